/// Characters that are taken for one another: traditional for simplified, alike to the eye, alike to the ear.
/// The tables hold what stands in assessment plans; they only ever suggest.
package enum Spelling {
    /// Every traditional character of the table as its simplified one.
    package static func simplified(_ word: String) -> String { mapped(word, byTradition) }

    /// The same for all words that look alike.
    package static func shape(_ word: String) -> String { mapped(simplified(word), byShape) }

    /// The same for all words that sound alike.
    package static func sound(_ word: String) -> String { mapped(simplified(word), bySound) }

    private static func mapped(_ word: String, _ table: [Unicode.Scalar: Unicode.Scalar]) -> String {
        var view = String.UnicodeScalarView()
        for scalar in word.unicodeScalars { view.append(table[scalar] ?? scalar) }
        return String(view)
    }

    /// Each character of a group by the first of its group; one that stands in two groups stays in the first. It goes
    /// sign by sign: every check of a file with a misspelt word makes the tables.
    private static func byFirst(_ groups: String) -> [Unicode.Scalar: Unicode.Scalar] {
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        table.reserveCapacity(1024)
        var first: Unicode.Scalar?
        for scalar in groups.unicodeScalars {
            if scalar.value <= 0x20 {
                first = nil
            } else if let first {
                if table[scalar] == nil { table[scalar] = first }
            } else {
                first = scalar
            }
        }
        return table
    }

    private static let byTradition = byFirst(traditions)
    private static let byShape = byFirst(shapes)
    private static let bySound = byFirst(sounds)

    private static let shapes = """
        己已巳 市巿 日曰 未末 账帐 土士 入人 于干千 天夭 键健 项顶 高髙 请清情晴睛 辨辩辫 拔拨 戊戌戍 免兔 今令 代伐 候侯 待侍
        使便 受爱 各名 师帅 考老 析折拆 微徽 货贷 徒徙 棒捧 撤撒 间问 由甲申 自白 准淮 力刀 几儿 九丸 午牛 鸟乌 往住 治冶
        哀衰 历厉 密蜜 即既 竞竟 级极 绩续 计什汁 例列 体休 其具 余佘 本木 去云 加如 当挡 若苦 底低 说脱 明朋 逐遂 并井
        基墓 沿洽 增赠 删册 期朝 舍含舌 尾毛 引弘 用甩 可司 空穴 校较 组祖阻 职识织 奖桨浆 课棵 讲进 读续 太犬 班斑 选迭
        迟尺 签笺 缺缼 勤勒 检捡 验险 晚挽 席度 等竿 优忧 良艮 评坪 满瞒 扣扪 封卦 输榆 递梯 补朴 保堡 起赳 逾愈 载栽 场扬
        """

    private static let sounds = """
        绩积级迹籍及即集记计纪季技际继寄机基极疾辑击 分份奋纷粉 师室是时事实试示市式史世使始适视施识失 勤琴秦 情请清晴轻
        考靠 校效晓消销小 教交较叫角 班办版半般板 组足族祖 长章张掌账帐 员院原源园元圆愿 课科客可刻克 习系西息希析席喜
        奖讲降将 力历立利理里例离 补不部步布 出处初除 到道导倒 迟持尺 培陪配 训讯寻巡 研言严验演沿 职制质指值至致直治志
        得德的地 业页 无五务物误 故古顾 缺却确 总综 合和核何 格个各 优有由又友 良量两 每美 名明命 次此词 率律 成程称城承
        公工功共 活火或获 主注住助著 评平凭 定订顶 点电店 同通统 行性形型 依以义意议 据具局举 材才采 读独度 书数术述属
        心新信 题体提 观管官馆关 论轮 文问 竞经精静境 选宣 等登 类累 见间建件检减键健 中重种 县线现先 省生声胜升 为位未委
        对队 加家佳假 扣口 全权 人任认仁 与育语余预 签千迁 岗港 备倍被 满慢 项向象 目木 起启 逐竹 条调 每枚 输书 入如
        四似 舍设社 进近劲 尾委 例利 算酸 期其 望忘 说硕 保宝 底抵 封丰 酌着 默莫 引影 用永 表标 照找 赛塞 参惨 带代
        """

    private static let traditions = """
        计計 划劃 项項 满滿 评評 对對 总總 数數 学學 师師 绩績 级級 记記 纪紀 课課 题題 习習 书書 单單 报報 导導 员員 专專 业業
        专耑 选選 优優 标標 准準 则則 规規 据據 说說 条條 块塊 输輸 时時 间間 问問 应應 该該 与與 为爲 为為 发發 获獲 奖獎 惩懲
        过過 还還 进進 远遠 运運 达達 违違 迟遲 适適 递遞 补補 实實 际際 验驗 检檢 测測 试試 讲講 读讀 谈談 论論 议議 订訂 训訓
        识識 证證 词詞 语語 误誤 请請 调調 质質 责責 费費 资資 赛賽 赞贊 长長 门門 开開 关關 闻聞 阅閱 阶階 队隊 阴陰 阳陽 险險
        随隨 难難 办辦 动動 务務 劳勞 势勢 协協 卫衛 历歷 厅廳 压壓 参參 双雙 变變 号號 听聽 响響 团團 园園 围圍 图圖 圆圓 圣聖
        场場 坏壞 处處 备備 复復 头頭 夹夾 夺奪 奋奮 奖奬 妇婦 宁寧 宝寶 审審 宽寬 宾賓 将將 尔爾 尽盡 层層 属屬 岁歲 岗崗 币幣
        带帶 帮幫 广廣 庆慶 库庫 庙廟 废廢 张張 强強 归歸 录錄 当當 彻徹 径徑 态態 恳懇 惊驚 愿願 户戶 执執 扩擴 扫掃 扬揚 护護
        担擔 择擇 挂掛 损損 换換 舍捨 无無 旧舊 显顯 术術 机機 权權 杂雜 来來 极極 构構 枪槍 柜櫃 栏欄 树樹 样樣 档檔 桥橋 欢歡
        残殘 毕畢 气氣 汉漢 汇匯 沟溝 没沒 济濟 浅淺 浓濃 满満 灵靈 点點 热熱 爱愛 状狀 独獨 环環 现現 电電 画畫 疗療 监監 盖蓋
        盘盤 确確 础礎 码碼 离離 种種 积積 称稱 竞競 笔筆 签簽 简簡 类類 紧緊 红紅 约約 纯純 纲綱 纳納 纸紙 组組 细細 织織 终終
        绍紹 经經 结結 给給 统統 绝絕 续續 维維 综綜 编編 缘緣 缩縮 网網 罗羅 罚罰 职職 联聯 肃肅 脑腦 节節 艺藝 苏蘇 药藥 营營
        虑慮 虽雖 装裝 观觀 览覽 觉覺 详詳 让讓 认認 许許 设設 访訪 诊診 译譯 诚誠 话話 询詢 谁誰 谢謝 财財 败敗 账帳 账賬 货貨
        贡貢 购購 贴貼 贵貴 贺賀 赵趙 跃躍 车車 转轉 轮輪 软軟 轻輕 较較 辅輔 辑輯 边邊 连連 迁遷 郑鄭 酿釀 释釋 里裡 里裏 鉴鑒
        针針 钟鐘 钢鋼 钱錢 铁鐵 银銀 链鏈 销銷 锁鎖 错錯 键鍵 闭閉 陈陳 陆陸 页頁 顶頂 须須 顾顧 预預 领領 频頻 颁頒 额額 颜顏
        风風 饭飯 馆館 马馬 驻駐 骤驟 鱼魚 鸟鳥 黄黃 齐齊 龄齡 龙龍 于於 后後 余餘 余馀 并並 并併 个個 扣釦 体體 国國 会會 传傳
        伤傷 众眾 众衆 价價 儿兒 党黨 内內 军軍 农農 冲沖 决決 况況 净淨 减減 几幾 击擊 创創 删刪 别別 制製 剂劑 劝勸 区區 医醫
        华華 台臺 叶葉 启啟 启啓 吗嗎 周週 兴興 举舉 义義 乐樂 买買 乱亂 争爭 亏虧 亚亞 产產 亲親 万萬 东東 严嚴 两兩 丰豐 临臨
        丽麗 亿億 仅僅 从從 仓倉 仪儀 们們 伟偉 侧側 偿償 储儲 勤懃 迹跡 迹蹟 采採 表錶 岩巖
        """
}

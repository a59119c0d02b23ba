extension PlanTextProblem {
    /// One of each, with names by way of example: the list and the titles of the pages that `explain` prints.
    package static let samples: [PlanTextProblem] = [
        .noClauses, .uncovered("五、4（3）", title: "优秀教研组"), .unknownClause("五、4（4）", nearest: "五、4（3）"),
        .numberMissing("0.25分", clause: "五、4（2）", others: ["0.2"]), .countDiffers("四个档次", clause: "六、1", listed: 3),
        .stepDiffers("0.5分", clause: "五、4（1）"),
    ]
}

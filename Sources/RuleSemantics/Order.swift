import Diagnostics
import RuleSyntax

/// The order of evaluation: each column after all that it reads.
extension Resolver {
    /// Computed columns, each after what it reads. A circle is reported once, with its members.
    func evaluationOrder() -> [ColumnReference] {
        var search = CircleSearch()
        for table in tables {
            for (index, column) in table.columns.enumerated() {
                var reads = column.reads
                // A derived table has rows once its first key is settled.
                if table.groups != nil, let first = table.keys.first {
                    if index == first {
                        // Its rows are made of all its keys at once.
                        for key in table.keys { reads.formUnion(table.columns[key].reads) }
                        reads.remove(ColumnReference(table.index, first))
                    } else {
                        reads.insert(ColumnReference(table.index, first))
                    }
                }
                column.reads = reads
                search.edges[ColumnReference(table.index, index)] = reads.sorted()
            }
        }
        search.run(search.edges.keys.sorted())
        for circle in search.circles {
            let columns = circle.map { tables[$0.table].columns[$0.column] }
            // Which of two of one name is meant is not known; they were reported.
            if columns.contains(where: \.hasNamesake) { continue }
            let labels = columns.dropFirst().map { label($0.range, "“\($0.name)”在这里", "“\($0.name)” is here") }
            report(.circle(columns.map(\.name) + [columns[0].name]), columns[0].range, labels)
        }
        return search.order.filter { reference in
            if case .done(.stored, _) = tables[reference.table].columns[reference.column].state { false } else { true }
        }
    }
}

extension ColumnReference: Comparable {
    package static func < (left: Self, right: Self) -> Bool {
        (left.table, left.column) < (right.table, right.column)
    }
}

/// Tarjan's search for strongly connected components, without recursion: "Depth-First Search and Linear Graph
/// Algorithms", SIAM Journal on Computing 1972. The components come out in dependency order.
private struct CircleSearch {
    var edges: [ColumnReference: [ColumnReference]] = [:]
    var order: [ColumnReference] = []
    var circles: [[ColumnReference]] = []

    private var indices: [ColumnReference: Int] = [:]
    private var low: [ColumnReference: Int] = [:]
    private var stack: [ColumnReference] = []
    private var onStack: Set<ColumnReference> = []

    mutating func run(_ nodes: [ColumnReference]) {
        for node in nodes where indices[node] == nil { visit(node) }
    }

    private mutating func open(_ node: ColumnReference) {
        indices[node] = indices.count
        low[node] = indices[node]
        stack.append(node)
        onStack.insert(node)
    }

    private mutating func visit(_ root: ColumnReference) {
        var work: [(node: ColumnReference, next: Int)] = [(root, 0)]
        open(root)
        while let (node, next) = work.last {
            let targets = edges[node] ?? []
            if next < targets.count {
                work[work.count - 1].next += 1
                let target = targets[next]
                if indices[target] == nil {
                    open(target)
                    work.append((target, 0))
                } else if onStack.contains(target) {
                    low[node] = min(low[node]!, indices[target]!)
                }
                continue
            }
            work.removeLast()
            if let parent = work.last?.node { low[parent] = min(low[parent]!, low[node]!) }
            if low[node] == indices[node] { close(node) }
        }
    }

    private mutating func close(_ node: ColumnReference) {
        var component: [ColumnReference] = []
        while let last = stack.popLast() {
            onStack.remove(last)
            component.append(last)
            if last == node { break }
        }
        order += component
        if component.count > 1 || (edges[node] ?? []).contains(node) {
            circles.append(circle(in: Set(component), node))
        }
    }

    /// One circle through a node inside its component, shortest first.
    private func circle(in component: Set<ColumnReference>, _ start: ColumnReference) -> [ColumnReference] {
        var from: [ColumnReference: ColumnReference] = [:]
        var queue = [start]
        var index = 0
        while index < queue.count {
            let node = queue[index]
            index += 1
            for target in edges[node] ?? [] where component.contains(target) {
                if target == start {
                    var path = [node]
                    while path[path.count - 1] != start { path.append(from[path[path.count - 1]]!) }
                    return path.reversed()
                }
                if from[target] == nil {
                    from[target] = node
                    queue.append(target)
                }
            }
        }
        return [start]
    }
}

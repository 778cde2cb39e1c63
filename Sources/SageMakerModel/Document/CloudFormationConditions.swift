import ModelArtifacts

/// What the conditions of a CloudFormation template may decide, and what a value is under each decision.
///
/// A template with conditions is several models, of which each is one variant. Only conditions that stand inside one another are
/// assumed together: of others nobody knows which go together, and what would be said of values that never meet would be false.
///
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html
enum CloudFormationConditions {
    /// What conditions decide, by their names.
    typealias Assumptions = [ByteString: Bool]

    /// The most sets of assumptions that are looked at. Templates of people have a handful of conditions.
    private static let mostAssumptions = 64
    /// The most values that all variants of a template hold together.
    private static let mostValues = 1_000_000

    /// A value as a set of assumptions would have it.
    struct Variant {
        let assumptions: Assumptions
        /// The value, in which an `Fn::If` is only left where nothing is assumed about its condition.
        let node: JSONNode
    }

    /// The value as it is whatever conditions decide, and then under each assumption about one that decides something in it.
    ///
    /// - Parameters:
    ///   - assumed: what holds wherever the value counts at all: the condition of its resource.
    ///   - most: the most assumptions that are looked at; see ``mostVariants(in:added:)``.
    static func variants(of node: JSONNode, under assumed: Assumptions = [:], most: Int) -> [Variant] {
        var assumptions: [Assumptions] = []
        collect(node, assumed, &assumptions)
        return ([assumed] + assumptions.prefix(most)).map { assumptions in
            Variant(assumptions: assumptions, node: chosen(node, assumptions) ?? JSONNode(.object([]), at: node.place))
        }
    }

    /// How many assumptions are looked at in each resource of a template: fewer in one that is larger than people write them.
    ///
    /// - Parameter added: how many values its loops add to it.
    static func mostVariants(in template: JSONNode, added: Int = 0) -> Int {
        min(mostAssumptions, mostValues / (count(template) + added))
    }

    /// How many values there are in a value, itself among them.
    static func count(_ node: JSONNode) -> Int {
        switch node.content {
        case .object(let members): members.reduce(1) { $0 + count($1.value) }
        case .array(let elements): elements.reduce(1) { $0 + count($1) }
        default: 1
        }
    }

    /// Whether two sets of assumptions can hold at once, and one of them says nothing that the other leaves open.
    static func meet(_ left: Assumptions, _ right: Assumptions) -> Bool {
        let (fewer, more) = left.count < right.count ? (left, right) : (right, left)
        return fewer.allSatisfy { more[$0.key] == $0.value }
    }

    private static func collect(_ node: JSONNode, _ assumed: Assumptions, _ found: inout [Assumptions]) {
        guard found.count < mostAssumptions else { return }
        if let (condition, yes, no) = branches(of: node) {
            for (holds, branch) in [(true, yes), (false, no)] {
                // Inside a branch, its own condition is decided.
                guard assumed[condition] ?? holds == holds else { continue }
                var inner = assumed
                inner[condition] = holds
                if inner != assumed, !found.contains(inner) { found.append(inner) }
                collect(branch, inner, &found)
            }
            return
        }
        switch node.content {
        case .object(let members): for member in members { collect(member.value, assumed, &found) }
        case .array(let elements): for element in elements { collect(element, assumed, &found) }
        default: return
        }
    }

    /// The value with each `Fn::If` replaced by the branch that is assumed; nil if it is not given then.
    private static func chosen(_ node: JSONNode, _ assumed: Assumptions) -> JSONNode? {
        if isNoValue(node) { return nil }
        if let (condition, yes, no) = branches(of: node) {
            guard let holds = assumed[condition] else { return node }
            return chosen(holds ? yes : no, assumed)
        }
        var copy = node
        switch node.content {
        case .object(let members):
            copy.content = .object(
                members.compactMap { member in
                    chosen(member.value, assumed).map {
                        JSONNode.Member(name: member.name, place: member.place, value: $0)
                    }
                })
        case .array(let elements): copy.content = .array(elements.compactMap { chosen($0, assumed) })
        default: break
        }
        return copy
    }

    /// The condition and the two values of an `Fn::If`; nil if it is none.
    private static func branches(of node: JSONNode) -> (condition: ByteString, yes: JSONNode, no: JSONNode)? {
        guard let call = CloudFormationFunctions.call(in: node), call.name == "Fn::If",
            case .array(let parts) = call.value.content, parts.count == 3,
            case .string(let condition) = parts[0].content
        else { return nil }
        return (condition, parts[1], parts[2])
    }

    /// Whether a value may turn out not to be given: it is an `Fn::If` with `AWS::NoValue` in a branch, or in a branch of that.
    static func mayBeAbsent(_ node: JSONNode) -> Bool {
        if isNoValue(node) { return true }
        guard let (_, yes, no) = branches(of: node) else { return false }
        return mayBeAbsent(yes) || mayBeAbsent(no)
    }

    private static func isNoValue(_ node: JSONNode) -> Bool {
        CloudFormationFunctions.reference(node) == "AWS::NoValue"
    }
}

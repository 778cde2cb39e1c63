/// Which of some checks want which events, by their places. To ask each of a hundred checks for each of a dozen events takes longer
/// than to inspect a small model, so it is asked once for all models of a listing.
struct CheckRoles {
    /// A check with an interest in names, and as what it is told of them.
    enum Interest {
        case name(Int)
        case layout(Int)
    }

    /// The checks that were asked.
    private let checks: [any Check]
    /// Whether each keeps something of what it sees. Those that do not serve any number of models, also side by side.
    private let keep: [Bool]

    let subject: [Int]
    let object: [Int]
    let hostedModel: [Int]
    let existing: [Int]
    let directory: [Int]
    let member: [Int]
    let archive: [Int]
    let layout: [Int]
    let lookalike: [Int]
    let content: [Int]
    let weights: [Int]
    let summary: [Int]
    let interested: [Interest]

    init(of checks: [any Check]) {
        self.checks = checks
        keep = checks.map { !Mirror(reflecting: $0).children.isEmpty }
        func places(where wants: (any Check) -> Bool) -> [Int] { checks.indices.filter { wants(checks[$0]) } }
        subject = places { $0.subjectCheck != nil }
        object = places { $0.objectCheck != nil }
        hostedModel = places { $0.hostedModelCheck != nil }
        existing = places { $0.existingCheck != nil }
        directory = places { $0.directoryCheck != nil }
        member = places { $0.memberCheck != nil }
        archive = places { $0.archiveCheck != nil }
        layout = places { $0.layoutCheck != nil }
        lookalike = places { $0.lookalikeCheck != nil }
        content = places { $0.contentCheck != nil }
        weights = places { $0.weightsCheck != nil }
        summary = places { $0.summaryCheck != nil }
        interested = checks.indices.flatMap { place in
            InterestedCheck.all(of: checks[place]).map { check -> Interest in
                if case .name = check.receiver { .name(place) } else { .layout(place) }
            }
        }
    }

    /// The checks for another model: new ones of the kinds that keep something.
    func checks(of kinds: [any Check.Type]) -> [any Check] {
        var fresh = checks
        for place in kinds.indices where keep[place] { fresh[place] = kinds[place].init() }
        return fresh
    }

    /// Those of some checks that have a role.
    ///
    /// - Parameters:
    ///   - known: the same of other checks, which are taken if they keep nothing; nil if there are none.
    ///   - role: the check in its role.
    func players<Role>(
        of places: [Int], among checks: [any Check], _ known: [Role]?, _ role: (any Check) -> Role?
    ) -> [Role] {
        if let known, !places.contains(where: { keep[$0] }) { return known }
        return places.compactMap { role(checks[$0]) }
    }
}

/// The code behind a rule. One is made for each inspection, so it may keep state; of many models in a listing it serves one after the
/// other, and forgets between them.
///
/// A check conforms to those of the protocols beside this one whose events it wants, and leaves findings in the context.
package protocol Check: AnyObject, SendableMetatype {
    /// The rule with its documentation.
    static var rule: Rule { get }
    init()
    /// Forgets what it has seen, before the next model of a listing: for those that keep something.
    func begin()
    /// The frameworks that it is about; nil for all of them, and for sources of which the framework is not known.
    static var frameworks: Set<Framework>? { get }
    /// Frameworks for which it would be wrong.
    static var exceptFrameworks: Set<Framework> { get }
    /// Whether the rule may have something to say about a source. A check that has not is not made, and what it wants to see
    /// counts for nobody.
    static func applies(to subject: Subject) -> Bool
    /// Whether the rule has something to say of a prefix of many models, of which nothing is laid out.
    static var concernsManyModels: Bool { get }
    /// The check itself, if it wants these events. To ask for a conformance instead takes ten microseconds.
    var subjectCheck: (any SubjectCheck)? { get }
    var objectCheck: (any ObjectCheck)? { get }
    var hostedModelCheck: (any HostedModelCheck)? { get }
    var existingCheck: (any ExistingCheck)? { get }
    var directoryCheck: (any DirectoryCheck)? { get }
    var memberCheck: (any MemberCheck)? { get }
    var archiveCheck: (any ArchiveCheck)? { get }
    var nameCheck: (any NameCheck)? { get }
    var layoutCheck: (any LayoutCheck)? { get }
    var lookalikeCheck: (any LookalikeCheck)? { get }
    var contentCheck: (any ContentCheck)? { get }
    var weightsCheck: (any WeightsCheck)? { get }
    var summaryCheck: (any SummaryCheck)? { get }
}

extension Check {
    package func begin() {}
    package static var frameworks: Set<Framework>? { nil }
    package static var exceptFrameworks: Set<Framework> { [] }
    package static func applies(to subject: Subject) -> Bool { true }
    package static var concernsManyModels: Bool { false }
    package var subjectCheck: (any SubjectCheck)? { nil }
    package var objectCheck: (any ObjectCheck)? { nil }
    package var hostedModelCheck: (any HostedModelCheck)? { nil }
    package var existingCheck: (any ExistingCheck)? { nil }
    package var directoryCheck: (any DirectoryCheck)? { nil }
    package var memberCheck: (any MemberCheck)? { nil }
    package var archiveCheck: (any ArchiveCheck)? { nil }
    package var nameCheck: (any NameCheck)? { nil }
    package var layoutCheck: (any LayoutCheck)? { nil }
    package var lookalikeCheck: (any LookalikeCheck)? { nil }
    package var contentCheck: (any ContentCheck)? { nil }
    package var weightsCheck: (any WeightsCheck)? { nil }
    package var summaryCheck: (any SummaryCheck)? { nil }
}

extension Check {
    /// Whether it is about a framework; nil if that is not known.
    package static func applies(to framework: Framework?) -> Bool {
        guard let framework else { return frameworks == nil }
        return frameworks?.contains(framework) ?? !exceptFrameworks.contains(framework)
    }
}

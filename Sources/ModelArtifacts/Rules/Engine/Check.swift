/// The code behind a rule. One is made for each inspection, so it may keep state; of many models in a listing it serves one after the
/// other, and forgets between them.
///
/// A check conforms to those of the protocols below whose events it wants, and leaves findings in the context.
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

/// Looks at the source as a whole before anything of it is read: kind, URI, combination.
package protocol SubjectCheck: Check {
    func check(_ subject: Subject, _ context: CheckContext)
}

extension SubjectCheck {
    package var subjectCheck: (any SubjectCheck)? { self }
}

/// Looks at objects that S3 holds or would hold. The path is the key without the prefix.
///
/// Ordinary objects are not shown: those whose key is ASCII, neither empty nor ending with a slash, not too long for S3, and
/// whose size every uploader can take.
package protocol ObjectCheck: Check {
    func check(object path: Span<UInt8>, size: Int64?, _ context: CheckContext)
}

extension ObjectCheck {
    package var objectCheck: (any ObjectCheck)? { self }
}

/// Looks at what lies below the prefix of a multi-model endpoint, but for folder markers.
package protocol HostedModelCheck: Check {
    func check(model path: Span<UInt8>, size: Int64?, isArchive: Bool, _ context: CheckContext)
}

extension HostedModelCheck {
    package static var concernsManyModels: Bool { true }
    package var hostedModelCheck: (any HostedModelCheck)? { self }
}

/// Looks at objects that S3 holds already, and that an upload leaves or replaces.
package protocol ExistingCheck: Check {
    func check(_ object: ExistingObject, _ context: CheckContext)
}

extension ExistingCheck {
    package var existingCheck: (any ExistingCheck)? { self }
}

/// Looks at what a directory holds besides plain files.
package protocol DirectoryCheck: Check {
    func check(_ entry: DirectoryEntry, _ context: CheckContext)
    func finish(directory context: CheckContext)
}

extension DirectoryCheck {
    package var directoryCheck: (any DirectoryCheck)? { self }
    package func finish(directory context: CheckContext) {}
}

/// Looks at members of an archive, in the order of the archive. Ordinary ones are shown only to who waits for one: see
/// ``ArchiveMember/isOrdinary``.
package protocol MemberCheck: Check {
    /// Whether it wants to see ordinary members, too, from now on. Asked after each that is not.
    var isWaiting: Bool { get }
    func check(_ member: ArchiveMember, _ context: CheckContext)
    /// After the last member, with all paths that members have.
    func finish(members: PathTable, _ context: CheckContext)
}

extension MemberCheck {
    package var memberCheck: (any MemberCheck)? { self }
    package var isWaiting: Bool { false }
    package func finish(members: PathTable, _ context: CheckContext) {}
}

/// Looks at an archive as a whole after it was read, or as far as it could be.
package protocol ArchiveCheck: Check {
    func check(_ outcome: ArchiveOutcome, _ context: CheckContext)
}

extension ArchiveCheck {
    package var archiveCheck: (any ArchiveCheck)? { self }
}

/// Looks at names in a layout, that is the last component of each file and directory.
package protocol NameCheck: Check {
    /// Which names of files the check wants to see; see ``NameInterest`` for what that costs.
    static var interest: NameInterest { get }
    /// Which names of directories it wants to see; those that it wants of files, if nothing else is said.
    static var directories: NameInterest { get }
    func check(name: Int, of path: Span<UInt8>, isDirectory: Bool, _ traits: NameTraits, _ context: CheckContext)
}

extension NameCheck {
    package var nameCheck: (any NameCheck)? { self }
    package static var directories: NameInterest { interest }
}

/// Looks at names in one directory that may be taken for one another.
package protocol LookalikeCheck: Check {
    /// Why they may.
    static var likeness: Likeness { get }
    /// - Parameter earlier: the first name in the directory that the one at the end of `path` may be taken for.
    func check(name: Int, of path: Span<UInt8>, like earlier: ByteString, _ context: CheckContext)
}

extension LookalikeCheck {
    package var lookalikeCheck: (any LookalikeCheck)? { self }
}

/// Follows the events of a layout.
package protocol LayoutCheck: Check {
    /// Which files the check wants to see; see ``NameInterest`` for what that costs.
    static var interest: NameInterest { get }
    /// Which directories it wants to be told of: all, if nothing is said, so that none is missed. But then a million directories
    /// cost as much as a million findings, and so every check of the catalogue says something (a test sees to it).
    static var directories: NameInterest { get }
    func enterDirectory(_ path: Span<UInt8>, name: Int, _ context: CheckContext)
    func leaveDirectory(_ path: Span<UInt8>, name: Int, _ totals: DirectoryTotals, _ context: CheckContext)
    func visitFile(_ path: Span<UInt8>, name: Int, _ file: borrowing LayoutFile, _ context: CheckContext)
    /// A directory ends that has the path of a file, whatever its name.
    func endOfClash(_ path: Span<UInt8>, name: Int, _ totals: DirectoryTotals, _ context: CheckContext)
    func endOfDuplicates(_ path: Span<UInt8>, name: Int, times: Int, _ context: CheckContext)
    /// After the last event.
    func finish(layout context: CheckContext)
}

extension LayoutCheck {
    package var layoutCheck: (any LayoutCheck)? { self }
    package static var interest: NameInterest { .none }
    package static var directories: NameInterest { .every }
    package func enterDirectory(_ path: Span<UInt8>, name: Int, _ context: CheckContext) {}
    package func leaveDirectory(
        _ path: Span<UInt8>, name: Int, _ totals: DirectoryTotals, _ context: CheckContext
    ) {}
    package func visitFile(_ path: Span<UInt8>, name: Int, _ file: borrowing LayoutFile, _ context: CheckContext) {}
    package func endOfClash(
        _ path: Span<UInt8>, name: Int, _ totals: DirectoryTotals, _ context: CheckContext
    ) {}
    package func endOfDuplicates(_ path: Span<UInt8>, name: Int, times: Int, _ context: CheckContext) {}
    package func finish(layout context: CheckContext) {}
}

/// Looks at the contents of files that it asks for. Where a source has no contents, as a listing, it is not asked.
package protocol ContentCheck: Check {
    /// What of the contents of a file the check wants to see. Asked on whichever thread has the file.
    ///
    /// - Parameter format: the format that the name of the file says; nil if it says none that is known.
    static func needs(path: Span<UInt8>, name: Int, size: Int64, format: ContentFormat?) -> ContentNeeds
    /// Called for each file of which the check wants to see something. There may be more than it wants. Whoever wants no more than a
    /// judgement may hear of none that is unremarkable.
    func check(_ contents: FileContents, path: Span<UInt8>, name: Int, size: Int64, _ context: CheckContext)
}

extension ContentCheck {
    package var contentCheck: (any ContentCheck)? { self }
}

/// Looks at the files of a model together when all of the layout and of the contents has been seen.
package protocol WeightsCheck: Check {
    func check(_ files: WeightFiles, _ context: CheckContext)
}

extension WeightsCheck {
    package var weightsCheck: (any WeightsCheck)? { self }
}

/// Looks at the sums when everything has been seen.
package protocol SummaryCheck: Check {
    func check(_ totals: SummaryTotals, _ context: CheckContext)
}

extension SummaryCheck {
    package var summaryCheck: (any SummaryCheck)? { self }
}

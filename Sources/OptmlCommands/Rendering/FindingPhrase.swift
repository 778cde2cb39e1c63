import ModelArtifacts

/// What a finding says of its place, for reports that show the place in front of it: the name is not said twice, and what
/// several findings say is said once.
struct FindingPhrase: Hashable {
    let words: String
    let help: String

    init(_ finding: Finding) {
        words = Self.words(of: finding)
        help = finding.help
    }

    /// The message without the name that it begins with, where that is the name of the place; else the whole message.
    static func words(of finding: Finding) -> String {
        let location = finding.location
        let names = [
            location.member, location.path.flatMap(ModelDirectory.path(below:)), location.path, location.key,
            location.jsonPath.map { ByteString($0.split(separator: ".").last.map(String.init) ?? $0) },
        ]
        for name in names.compactMap(\.self) {
            let start = "'\(name)' "
            guard finding.message.hasPrefix(start) else { continue }
            let words = String(finding.message.dropFirst(start.count))
            // Of two names, the first cannot go.
            return words.hasPrefix("and ") ? finding.message : words
        }
        return finding.message
    }

    /// Findings that say the same, in the order in which the first of each comes.
    ///
    /// - Returns: the numbers of the findings of each, from 0.
    static func alike(_ findings: some Sequence<Finding>) -> [(phrase: FindingPhrase, numbers: [Int])] {
        var groups: [(phrase: FindingPhrase, numbers: [Int])] = []
        var known: [FindingPhrase: Int] = [:]
        for (number, finding) in findings.enumerated() {
            let phrase = FindingPhrase(finding)
            if let group = known[phrase] {
                groups[group].numbers.append(number)
            } else {
                known[phrase] = groups.count
                groups.append((phrase, [number]))
            }
        }
        return groups
    }
}

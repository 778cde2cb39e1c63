/// Findings that are known and accepted for now, so that only new ones count.
package struct Baseline: Hashable, Sendable {
    /// The most different findings that a baseline can hold. Whoever has more of them needs to ignore a rule.
    package static let maximumCount = 1_000_000

    /// Findings of one rule about one thing.
    package struct Entry: Hashable, Sendable {
        /// The id of the rule.
        package var rule: String
        /// The document that the findings are in, where it is one of several that may have the same.
        package var document: ByteString?
        /// What the findings are about, for people.
        package var location: Location
        /// What stays the same of them.
        package var fingerprint: FindingFingerprint
        /// How many there are, from 1.
        package var count: Int

        package init(
            rule: String, document: ByteString? = nil, location: Location, fingerprint: FindingFingerprint, count: Int
        ) {
            self.rule = rule
            self.document = document
            self.location = location
            self.fingerprint = fingerprint
            self.count = count
        }
    }

    private var byFingerprint: [FindingFingerprint: Entry] = [:]

    /// A baseline of nothing.
    package init() {}

    /// Takes in one more finding, in a document perhaps; returns false if there is no room for it.
    package mutating func add(_ finding: Finding, in document: ByteString? = nil) -> Bool {
        let fingerprint = FindingFingerprint(rule: finding.rule, location: finding.location, document: document)
        if byFingerprint[fingerprint] != nil {
            byFingerprint[fingerprint]?.count += 1
            return true
        }
        return add(
            Entry(
                rule: finding.rule, document: document, location: finding.location, fingerprint: fingerprint, count: 1))
    }

    /// Takes in an entry; returns false if there is one of this fingerprint already, or no room for it.
    package mutating func add(_ entry: Entry) -> Bool {
        guard byFingerprint.count < Self.maximumCount, byFingerprint[entry.fingerprint] == nil else { return false }
        byFingerprint[entry.fingerprint] = entry
        return true
    }

    /// Takes in the findings of an entry, beside those of its fingerprint; returns false if there is no room for it.
    mutating func add(all entry: Entry) -> Bool {
        guard let known = byFingerprint[entry.fingerprint] else { return add(entry) }
        byFingerprint[entry.fingerprint] = Entry(known, count: known.count + entry.count)
        return true
    }

    /// Takes one finding of this fingerprint out; returns false if there is none.
    mutating func remove(_ fingerprint: FindingFingerprint) -> Bool {
        guard let entry = byFingerprint[fingerprint] else { return false }
        byFingerprint[fingerprint] = entry.count > 1 ? Entry(entry, count: entry.count - 1) : nil
        return true
    }

    /// Whether there is a finding of this fingerprint.
    func contains(_ fingerprint: FindingFingerprint) -> Bool { byFingerprint[fingerprint] != nil }

    /// The entries, sorted by rule, document, path, key, member name and place in a request.
    package var entries: [Entry] { byFingerprint.values.sorted() }

    /// How many findings there are.
    package var count: Int { byFingerprint.values.reduce(0) { $0 + $1.count } }
}

extension Baseline.Entry: Comparable {
    fileprivate init(_ entry: Baseline.Entry, count: Int) {
        self = entry
        self.count = count
    }

    /// The order of a baseline file.
    package static func < (left: Baseline.Entry, right: Baseline.Entry) -> Bool {
        if left.rule != right.rule { return ByteString(left.rule) < ByteString(right.rule) }
        if left.document != right.document { return (left.document ?? "") < (right.document ?? "") }
        for name in [\Location.path, \.key, \.member]
        where left.location[keyPath: name] != right.location[keyPath: name] {
            return (left.location[keyPath: name] ?? "") < (right.location[keyPath: name] ?? "")
        }
        if left.location.jsonPath != right.location.jsonPath {
            return ByteString(left.location.jsonPath ?? "") < ByteString(right.location.jsonPath ?? "")
        }
        return left.fingerprint.description < right.fingerprint.description
    }
}

/// What somebody wants to see of the contents of files, told by their paths and sizes alone, on whichever thread.
package struct ContentInterest: Sendable {
    private let checks: [any ContentCheck.Type]
    /// Whether somebody wants to know what files say of one another.
    private let joinsWeights: Bool
    /// Of which files the decision of a container needs the contents; nil if none is asked for.
    private let gathered: GatheredPlaces?

    init(_ checks: [any ContentCheck], joinsWeights: Bool, gathered: GatheredPlaces?) {
        self.checks = checks.map { type(of: $0) }
        self.joinsWeights = joinsWeights
        self.gathered = gathered
    }

    /// What of the contents of a file is wanted: no more than it has.
    ///
    /// - Parameters:
    ///   - name: where the last component of the path begins.
    ///   - size: in bytes.
    package func needs(path: Span<UInt8>, name: Int, size: Int64) -> ContentNeeds {
        var needs = ContentNeeds.none
        guard size > 0 else { return needs }
        let format = ContentFormat(named: path.extracting(name..<path.count))
        for check in checks { needs.formUnion(check.needs(path: path, name: name, size: size, format: format)) }
        if let gathered { needs.formUnion(gathered.needs(path: path, name: name, size: size, format: format)) }
        if joinsWeights, WeightFiles.wants(format) { needs.judgement = true }
        needs.prefix = Int(min(Int64(needs.prefix), size))
        return needs
    }
}

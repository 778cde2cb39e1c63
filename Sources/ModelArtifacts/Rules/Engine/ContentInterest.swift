/// What somebody wants to see of the contents of files, told by their paths and sizes alone, on whichever thread.
package struct ContentInterest: Sendable {
    private let checks: [any ContentCheck.Type]
    /// Whether somebody wants to know what files say of one another.
    private let joinsWeights: Bool
    /// Whether the decision of a container is asked for, and of which one.
    private let gathersModel: Bool
    private let framework: Framework?

    init(_ checks: [any ContentCheck], joinsWeights: Bool, gathersModel: Bool, framework: Framework?) {
        self.checks = checks.map { type(of: $0) }
        self.joinsWeights = joinsWeights
        self.gathersModel = gathersModel
        self.framework = framework
    }

    /// What of the contents of a file is wanted.
    ///
    /// - Parameters:
    ///   - name: where the last component of the path begins.
    ///   - size: in bytes.
    package func needs(path: Span<UInt8>, name: Int, size: Int64) -> ContentNeeds {
        var needs = ContentNeeds.none
        guard size > 0 else { return needs }
        let format = ContentFormat(named: path.extracting(name..<path.count))
        for check in checks { needs.formUnion(check.needs(path: path, name: name, size: size, format: format)) }
        if gathersModel {
            needs.formUnion(ModelFileGatherer.needs(path: path, name: name, size: size, format: format, framework))
        }
        if joinsWeights, WeightFiles.wants(format) { needs.judgement = true }
        return needs
    }
}

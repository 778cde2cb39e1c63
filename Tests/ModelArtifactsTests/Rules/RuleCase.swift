import Testing

@testable import ModelArtifacts

/// What a rule has to find, or must not.
struct RuleCase: CustomTestStringConvertible {
    let rule: String
    let name: String
    let isBad: Bool
    let artifact: Artifact
    /// Errors that the same artifact rightly has besides.
    var otherErrors: Set<String> = []
    /// How much it matters; nil for a case that leaves that open.
    var severity: Severity?

    static func bad(
        _ rule: String, _ name: String, _ artifact: Artifact, otherErrors: Set<String> = [], _ severity: Severity? = nil
    ) -> RuleCase {
        RuleCase(
            rule: rule, name: name, isBad: true, artifact: artifact, otherErrors: otherErrors, severity: severity)
    }

    static func good(_ rule: String, _ name: String, _ artifact: Artifact) -> RuleCase {
        RuleCase(rule: rule, name: name, isBad: false, artifact: artifact)
    }

    /// A model of these files, as the container of a framework gets it.
    static func model(
        _ framework: Framework, _ files: [ByteString], _ environment: [String: String]? = nil,
        contents: [ByteString: String] = [:], image: String? = nil
    ) -> Artifact {
        Artifact.directory(files + contents.keys.sorted(), contents: contents)
            .served(by: framework, image: image, environment)
    }

    var testDescription: String { "\(rule): \(name)" }

    static let all: [RuleCase] =
        [
            names, objects, uris, sources, archives, archivesAsWhole, otherArchives, litter, directories, leftovers,
            existing, frameworks, containers, containerFiles, fileContents, boosters, weightFiles, weightOrders,
            servedModels, misplacedScripts, neighbours, beside, userScripts, startups, settings, weightNeighbours,
            tritonFiles, outdatedImages, pairedMerges, imagesWithoutModel, listsOfServers, processors,
            withoutTypes, pairedMergesOfServers,
        ].flatMap(\.self)
}

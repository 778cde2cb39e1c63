import ModelArtifacts
import Testing

@testable import SageMakerModel

/// What a request leaves to the inspection of the artifacts that it names.
@Suite struct InspectedContainersTests {
    private func rules(_ text: String, inspected paths: Set<String> = []) -> [String] {
        var inspector = RequestInspector()
        inspector.inspected.paths = paths
        return inspector.inspect(Array(text.replacing("'", with: "\"").utf8), name: "r.json").findings
            .map(\.rule)
    }

    private static let archive = Piece.place("s3://mybucket/m.tar.gz", "S3Object")

    /// What the containers of AWS do with the model, its inspection says better.
    @Test func environments() {
        let request = Piece.request("{\(RequestCase.tgi), \(RequestCase.data)}")
        #expect(rules(request) == ["artifact-not-used"])
        #expect(rules(request, inspected: ["PrimaryContainer"]) == [])
        #expect(rules(request, inspected: ["Containers[0]"]) == ["artifact-not-used"])
    }

    /// An archive that stays a file is said of the model, of a channel and of a block alone, and once.
    @Test func archives() {
        let model = Piece.request("{'ModelDataSource': {'S3DataSource': \(Self.archive)}}")
        #expect(rules(model) == ["archive-not-extracted"])
        #expect(rules(model, inspected: ["PrimaryContainer"]) == [])
        let channel = Piece.request(
            "{'AdditionalModelDataSources': [{'ChannelName': 'a', 'S3DataSource': \(Self.archive)}]}")
        let path = "PrimaryContainer.AdditionalModelDataSources[0].S3DataSource"
        #expect(rules(channel) == ["archive-not-extracted"])
        #expect(rules(channel, inspected: [path]) == [])
        #expect(rules(channel, inspected: ["PrimaryContainer"]) == ["archive-not-extracted"])
        #expect(
            rules(Self.archive) == ["archive-not-extracted"] && rules(Self.archive, inspected: [""]) == []
        )
    }
}

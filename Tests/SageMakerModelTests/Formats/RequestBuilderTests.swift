import ModelArtifacts
import Testing

@testable import SageMakerModel

@Suite struct RequestBuilderTests {
    private let source = ModelDataSource(
        s3DataSource: S3ModelDataSource(s3URI: "s3://b/m/", dataType: .prefix, compressionType: .none))

    private func builder(_ base: String, container: String? = nil) throws -> RequestBuilder {
        let node = try JSONNodeReader.read(InputBuffer(Array(base.replacing("'", with: "\"").utf8), name: "base"))
        return try RequestBuilder(base: node, name: "base", container: container)
    }

    @Test func keepsEverythingElseOfTheBase() throws {
        var builder = try builder(
            "{'Unknown': 1.0, 'Tags': [], 'ModelName': 'm', 'ModelArn': 'a', 'CreationTime': 1, 'PrimaryContainer': {'Z': {}, 'ModelDataUrl': 's3://b/k.tar.gz', 'Image': 'i', 'Environment': {'A': '1'}}}"
        )
        builder.setModelData(source)
        builder.setEnvironment("A", "2")
        builder.setEnvironment("B", "3")
        builder.setTag("k", "v")
        #expect(builder.request.members.map(\.name) == ["Unknown", "Tags", "ModelName", "PrimaryContainer"])
        #expect(builder.request.jsonValue["Unknown"] == .number("1.0"))
        let container = try #require(builder.request.jsonValue["PrimaryContainer"])
        #expect(container.members?.map(\.name) == ["Z", "Image", "ModelDataSource", "Environment"])
        #expect(container["Environment"] == .object([.init("A", .string("2")), .init("B", .string("3"))]))
    }

    @Test func choosesAContainer() throws {
        let base = "{'ModelName': 'm', 'Containers': [{'ContainerHostname': 'a'}, {'ContainerHostname': '0'}]}"
        #expect(throws: ArtifactError.self) { try builder(base) }
        #expect(throws: ArtifactError.self) { try builder(base, container: "2") }
        #expect(throws: ArtifactError.self) { try builder(base, container: "-1") }
        #expect(try builder(base, container: "1").containerPath == "Containers[1]")
        #expect(try builder(base, container: "a").containerPath == "Containers[0]")
        // A hostname counts before an index.
        #expect(try builder(base, container: "0").containerPath == "Containers[1]")
        #expect(try builder("{'ModelName': 'm'}").containerPath == "PrimaryContainer")
        for bad in [
            "[]", "{'Resources': {}}", "{'ModelName': 'm', 'PrimaryContainer': 3}",
            "{'ModelName': 'm', 'Containers': [3]}",
        ] {
            #expect(throws: ArtifactError.self) { try builder(bad) }
        }
    }

    @Test func replacesAChannelOfTheSameName() throws {
        var builder = RequestBuilder()
        let channel = { (name: String, uri: String) in
            AdditionalModelDataSource(
                channelName: name,
                s3DataSource: S3ModelDataSource(s3URI: uri, dataType: .prefix, compressionType: .none))
        }
        #expect(builder.setChannel(channel("a", "s3://b/1/")) == "PrimaryContainer.AdditionalModelDataSources[0]")
        #expect(builder.setChannel(channel("b", "s3://b/2/")) == "PrimaryContainer.AdditionalModelDataSources[1]")
        #expect(builder.setChannel(channel("a", "s3://b/3/")) == "PrimaryContainer.AdditionalModelDataSources[0]")
        #expect(builder.container.additionalModelDataSources?.map(\.channelName) == ["a", "b"])
    }
}

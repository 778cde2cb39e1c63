import Foundation
import ModelArtifacts
import SageMakerModel
import Testing

@Suite struct CreateModelRequestTests {
    /// Every member, and unknown ones at every level, in an order that is not the API's.
    private let text = """
        {
          "Later": [1.50, null, {"x": true}],
          "ModelName": "m",
          "PrimaryContainer": {
            "ContainerHostname": "h", "Image": "i", "Mode": "SingleModel", "ModelDataUrl": "s3://b/k.tar.gz",
            "ImageConfig": {"RepositoryAuthConfig": {"RepositoryCredentialsProviderArn": "a", "Z": 1}, "RepositoryAccessMode": "Vpc"},
            "ModelDataSource": {"Y": 0, "S3DataSource": {
              "S3Uri": "s3://b/m/", "S3DataType": "S3Prefix", "CompressionType": "None", "ETag": "e", "ManifestEtag": "f",
              "ManifestS3Uri": "s3://b/m.csv", "HubAccessConfig": {"HubContentArn": "h"}, "ModelAccessConfig": {"W": 9, "AcceptEula": true}}},
            "AdditionalModelDataSources": [{"ChannelName": "c", "S3DataSource": {
              "S3Uri": "s3://b/c", "S3DataType": "S3Object", "CompressionType": "Gzip"}}],
            "Environment": {"B": "1", "A": "2"}, "ModelPackageName": "p", "InferenceSpecificationName": "s",
            "MultiModelConfig": {"ModelCacheSetting": "Disabled"}
          },
          "Containers": [{}, {"Image": "j"}], "InferenceExecutionConfig": {"Mode": "Direct"}, "ExecutionRoleArn": "r",
          "Tags": [{"Key": "k", "Value": "v"}], "VpcConfig": {"Subnets": ["t"], "SecurityGroupIds": ["g"]},
          "EnableNetworkIsolation": false, "Sooner": 1e400
        }
        """

    private func request(_ text: String) throws -> CreateModelRequest {
        try CreateModelRequest(JSONNodeReader.read(InputBuffer(Array(text.utf8), name: "t")).value)
    }

    @Test func keepsEverything() throws {
        let request = try request(text)
        let again = try self.request(request.json)
        #expect(again == request)
        #expect(request.unknownMembers.map(\.name) == ["Later", "Sooner"])
        #expect(request.unknownMembers[1].value == .number("1e400"))
        #expect(request.json.contains("1.50"))
        let ours = try JSONSerialization.jsonObject(with: Data(request.json.replacing("1e400", with: "1").utf8))
        let theirs = try JSONSerialization.jsonObject(with: Data(text.replacing("1e400", with: "1").utf8))
        #expect(try #require(ours as? NSDictionary) == #require(theirs as? NSDictionary))
    }

    @Test func writesTheOrderOfTheAPI() throws {
        let request = try request(text)
        #expect(
            request.jsonValue.members?.map(\.name) == [
                "ModelName", "PrimaryContainer", "Containers", "InferenceExecutionConfig", "ExecutionRoleArn", "Tags",
                "VpcConfig", "EnableNetworkIsolation", "Later", "Sooner",
            ])
        let container = request.jsonValue["PrimaryContainer"]
        #expect(container?.members?.map(\.name) == ServiceModel.container.members.map(\.name.description))
        #expect(container?["Environment"]?.members?.map(\.name) == ["B", "A"])
        #expect(
            container?["ModelDataSource"]?["S3DataSource"]?.members?.map(\.name)
                == ServiceModel.s3DataSource.members.map(\.name.description))
    }

    @Test func isCodable() throws {
        let text = text.replacing("1e400", with: "17")
        let request = try JSONDecoder().decode(CreateModelRequest.self, from: Data(text.utf8))
        #expect(request.vpcConfig?.subnets == ["t"])
        #expect(request.primaryContainer?.modelDataSource?.s3DataSource?.modelAccessConfig?.acceptEULA == true)
        let again = try JSONDecoder().decode(CreateModelRequest.self, from: JSONEncoder().encode(request))
        #expect(again == request)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(CreateModelRequest.self, from: Data(#"{"ModelName": 3}"#.utf8))
        }
    }

    /// What the API may come to know is no reason not to read a request.
    @Test func keepsWordsThatAreNotKnown() throws {
        let text = #"{"ModelName":"m","PrimaryContainer":{"Mode":"SomeModels"}}"#
        var request = try request(text)
        #expect(request.primaryContainer?.mode == ContainerMode(rawValue: "SomeModels"))
        #expect(ContainerMode.allCases == [.singleModel, .multiModel])
        request.primaryContainer?.mode = .multiModel
        request.primaryContainer?.image = "i"
        request.executionRoleARN = "r"
        // New members go to their places in the API's order.
        #expect(
            request.jsonValue.compactJSON
                == #"{"ModelName": "m", "PrimaryContainer": {"Image": "i", "Mode": "MultiModel"}, "ExecutionRoleArn": "r"}"#
        )
        request.primaryContainer?.mode = nil
        #expect(request.primaryContainer == ContainerDefinition(image: "i"))
    }

    /// Numbers, truth and maps of requests of other operations.
    @Test func readsEveryTypeOfValue() throws {
        let text = """
            {"InferenceComponentName":"c","EndpointName":"e","Specification":{"ComputeResourceRequirements":\
            {"NumberOfCpuCoresRequired":0.5,"MinMemoryRequiredInMb":1024},"Container":{"Environment":{"A":"b"}}},\
            "RuntimeConfig":{"CopyCount":2}}
            """
        var request = try CreateInferenceComponentRequest(
            JSONNodeReader.read(InputBuffer(Array(text.utf8), name: "t")).value)
        let requirements = try #require(request.specification?.computeResourceRequirements)
        #expect(requirements.numberOfCPUCoresRequired == 0.5 && requirements.minMemoryRequiredInMB == 1024)
        #expect(request.specification?.container?.environment?.names == ["A"])
        #expect(request.specification?.container?.environment?["A"] == "b")
        request.runtimeConfig?.copyCount += 1
        #expect(request.jsonValue["RuntimeConfig"]?["CopyCount"] == .number("3"))
        for bad in [#""2""#, "1.5", "null"] {
            #expect(throws: ArtifactError.self) {
                try CreateInferenceComponentRequest(
                    JSONNodeReader.read(
                        InputBuffer(Array(text.replacing(#"Count":2"#, with: #"Count":\#(bad)"#).utf8), name: "t")
                    ).value)
            }
        }
    }

    @Test func saysWhatCannotBeRead() throws {
        for (text, words) in [
            (#"{}"#, "ModelName: missing"), (#"{"ModelName": 1}"#, "ModelName: expected a string"),
            (#"{"ModelName": "m", "Containers": {}}"#, "Containers: expected an array"),
            (#"{"ModelName": "m", "Containers": [{"Mode": 1}]}"#, "Containers[0].Mode: expected a string"),
            (#"{"ModelName": "m", "PrimaryContainer": {"Environment": {"A": 1}}}"#, "Environment.A: expected a string"),
            ("[]", "expected an object"),
        ] {
            #expect { try request(text) } throws: { error in "\(error)".contains(words) }
        }
    }
}

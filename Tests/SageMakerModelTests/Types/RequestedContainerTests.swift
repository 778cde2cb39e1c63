import ModelArtifacts
import Testing

@testable import SageMakerModel

/// What a request tells of the image that serves a model, though a template leaves a part of it open.
@Suite struct RequestedContainerTests {
    private func image(_ pieces: ByteString?...) -> ContainerImage? {
        let image = JSONNode.Member(name: "Image", place: nil, value: JSONNode(KnownText.joining(pieces)))
        return RequestedContainer(RequestValue(JSONNode(.object([image])))).container(nil).image
    }

    @Test func theEndTellsTheFramework() {
        let whole = image("763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-tgi-inference:2.4")
        #expect(whole?.framework == .tgi && whole?.tag == "2.4")
        let joined = image("763104351884.dkr.ecr.", nil, ".amazonaws.com/huggingface-pytorch-tgi-inference:2.4")
        #expect(joined?.framework == .tgi && joined?.tag == "2.4")
        #expect(image(nil, "/sagemaker-xgboost:3.2-0")?.version(of: "") == [3, 2])
        #expect(image(nil, ".amazonaws.com/team/tei:1")?.framework == .tei)
        #expect(image(nil, "/sagemaker-xgboost")?.framework == .xgboost)
    }

    @Test func aTagThatIsKnownInPartTellsNoVersion() {
        let open = image("763104351884.dkr.ecr.", nil, ".amazonaws.com/sagemaker-xgboost:", nil)
        #expect(open?.framework == .xgboost && open?.version(of: "") == nil)
        #expect(image(nil, "/sagemaker-xgboost:1.", nil, "-1")?.version(of: "") == nil)
    }

    @Test func whatElseAContainerSays() throws {
        let container = { (text: String) throws in
            let bytes = Array(text.replacing("'", with: "\"").utf8)
            let node = try DocumentReader.read(InputBuffer(bytes, name: "c.json"))
            return RequestedContainer(RequestValue(node)).container(nil)
        }
        let known = try container("{'Environment': {'A': 'b', 'C': 3}}")
        #expect(known.environment == ["A": "b"] && known.unknownVariables == ["C"])
        #expect(try container("{'Environment': 'x'}").environment == nil)
        #expect(try container("{}").environment == [:] && container("{}").hosting == .one)
        #expect(try container("{'Mode': 'MultiModel'}").hosting == .many)
    }

    @Test func aNameThatIsKnownInPartTellsNothing() {
        #expect(image(nil) == nil)
        #expect(image(nil, ":2.4") == nil)
        #expect(image(nil, "xgboost:1") == nil)
        #expect(image("a.dkr.ecr.eu-west-1.amazonaws.com/", nil) == nil)
        #expect(image("a.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-", nil) == nil)
        #expect(image("a.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-xgboost", nil, ":1") == nil)
    }
}

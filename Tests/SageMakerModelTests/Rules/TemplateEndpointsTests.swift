import ModelArtifacts
import Testing

@testable import SageMakerModel

/// What the endpoints of a template say of the models beside them.
@Suite struct TemplateEndpointsTests {
    /// An endpoint that is serverless only where there is no such model is not one of it.
    @Test func endpointsOfTheOtherCase() {
        let source = "{\(Piece.image), 'ModelDataSource': {'S3DataSource': \(Piece.place("s3://mybucket/m/"))}}"
        let rules = { (yes: String, no: String) in
            let config = "{'Fn::If': ['C', \(yes), \(no)]}"
            let endpoint =
                "{'Type': 'AWS::SageMaker::EndpointConfig', 'Properties': {'ProductionVariants': [{'VariantName': 'v', 'ModelName': {'Fn::GetAtt': 'M.ModelName'}, 'ServerlessConfig': \(config)}]}}"
            let model =
                "{'Type': 'AWS::SageMaker::Model', 'Condition': 'C', 'Properties': {\(Piece.role), 'PrimaryContainer': \(source)}}"
            return RequestCase.findings("{'Resources': {'M': \(model), 'E': \(endpoint)}}").map(\.rule)
        }
        let (config, none) = ("{'MaxConcurrency': 5, 'MemorySizeInMB': 2048}", "{'Ref': 'AWS::NoValue'}")
        #expect(rules(config, none) == ["create-model-deployment-without-source"])
        #expect(rules(none, config) == [])
    }

    /// The smallest volume of the instances that a model is deployed on, where it can be one.
    @Test func volumesBesideTheModel() throws {
        let size = { (sizes: [String], shadow: String) throws in
            let variants = sizes.map {
                "{'VariantName': 'v', 'ModelName': {'Fn::Sub': '${M}'}, 'InstanceType': 'ml.m5.large', 'VolumeSizeInGB': \($0)}"
            }
            let endpoint =
                "{'Type': 'AWS::SageMaker::EndpointConfig', 'Properties': {'ProductionVariants': [\(variants.joined(separator: ", "))], 'ShadowProductionVariants': [\(shadow)]}}"
            let model =
                "{'Type': 'AWS::SageMaker::Model', 'Properties': {\(Piece.role), 'PrimaryContainer': {\(Piece.image), \(RequestCase.data)}}}"
            let text = "{'Resources': {'M': \(model), 'E': \(endpoint)}}".replacing("'", with: "\"")
            let node = try DocumentReader.read(InputBuffer(Array(text.utf8), name: "t.json"))
            return try ArtifactFit(RequestDocument(node)).place.volumeSize
        }
        #expect(try size(["30"], "") == 30 << 30 && size(["100", "30", "50"], "") == 30 << 30)
        #expect(try size(["512"], "") == 512 << 30 && size(["1"], "") == 1 << 30)
        #expect(try size(["513"], "") == nil && size(["0", "40"], "") == 40 << 30 && size([], "") == nil)
        let shadow = "{'VariantName': 's', 'ModelName': {'Ref': 'M'}, 'VolumeSizeInGB': 20}"
        #expect(try size(["30"], shadow) == 20 << 30)
    }
}

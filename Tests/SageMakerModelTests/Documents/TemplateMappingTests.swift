import ModelArtifacts
import Testing

@testable import SageMakerModel

/// What parameters, the region among them, choose from the mappings of a template: each key is one that it may be deployed with.
@Suite struct TemplateMappingTests {
    private static let mappings =
        """
        'Mappings': {'Regions': {
            'us-east-1': {'Uri': 's3://mybucket/a.tar.gz', 'Bad': 's3://mybucket/a.pkl', 'Account': '683313688378'},
            'us-west-2': {'Uri': 's3://mybucket/b.tar.gz', 'Bad': 's3://mybucket/b.tar.gz', 'Account': '683313688378'},
            'eu-west-1': {'Uri': 's3://mybucket/c.tar.gz', 'Bad': 's3://mybucket/c.zip'}},
          'Models': {'One': {'small': 's3://mybucket/s.tar.gz', 'large': 's3://mybucket/l.pkl'}}}
        """

    private func messages(_ url: String, image: String = Piece.image, sections: String = "", more: String = "")
        -> [String]
    {
        RequestCase.findings(
            """
            {\(Self.mappings), \(sections)'Resources': {'M': {'Type': 'AWS::SageMaker::Model', \(more)'Properties': {
              \(Piece.role), 'PrimaryContainer': {\(image), 'ModelDataUrl': \(url)}}}}}
            """
        ).map(\.message)
    }

    private static let region = "{'Ref': 'AWS::Region'}"

    @Test func readsEachKey() {
        let bad = [
            "'s3://mybucket/a.pkl' does not end with .tar.gz, where AWS::Region is 'us-east-1'",
            "'s3://mybucket/c.zip' does not end with .tar.gz, where AWS::Region is 'eu-west-1'",
        ]
        let found = { (member: String) in "{'Fn::FindInMap': ['Regions', \(Self.region), '\(member)']}" }
        #expect(messages(found("Bad")) == bad && messages(found("Uri")).isEmpty && messages(found("None")).isEmpty)
        #expect(messages("{'Fn::Join': ['', [\(found("Bad"))]]}") == bad)
        #expect(messages("{'Fn::Sub': ['${U}', {'U': \(found("Bad"))}]}") == bad)
        #expect(messages("{'Fn::FindInMap': [{'Ref': 'Map'}, \(Self.region), 'Bad']}").isEmpty)
        #expect(messages("{'Fn::FindInMap': ['Regions', \(Self.region), {'Ref': 'Member'}]}").isEmpty)
        // What is wrong with every key is said once.
        #expect(messages("{'Fn::Join': ['', [\(found("Uri")), '.zip']]}").count == 1)
        // What an Fn::If gives is not known.
        #expect(messages("{'Fn::If': ['C', \(found("Bad")), 's3://mybucket/a.tar.gz']}").isEmpty)
    }

    @Test func readsTheLastKeyToo() {
        let url = "{'Fn::FindInMap': ['Models', 'One', {'Ref': 'Size'}]}"
        let bad = ["'s3://mybucket/l.pkl' does not end with .tar.gz, where Size is 'large'"]
        #expect(messages(url) == bad)
        let parameter = { (values: String) in "'Parameters': {'Size': {'Type': 'String', 'AllowedValues': \(values)}}, "
        }
        #expect(messages(url, sections: parameter("['small', 'large']")) == bad)
        #expect(messages(url, sections: parameter("['small']")).isEmpty)
    }

    /// Where a condition asks for the parameter, not every key goes with the resource.
    @Test func takesNothingForChosenThatAConditionDecides() {
        let url = "{'Fn::FindInMap': ['Models', 'One', {'Ref': 'Size'}]}"
        let condition = { (name: String) in "'Conditions': {'C': {'Fn::Equals': [{'Ref': '\(name)'}, 'small']}}, " }
        #expect(messages(url, sections: condition("Size"), more: "'Condition': 'C', ").isEmpty)
        #expect(messages(url, sections: condition("Other"), more: "'Condition': 'C', ").count == 1)
        #expect(messages(url, sections: condition("Size")).count == 1)
    }

    /// Accounts belong to regions; what stands beside the mapping may be meant for one region of it.
    @Test func comparesNoRegionsBesideTheMapping() {
        let image =
            "'Image': {'Fn::Sub': ['${A}.dkr.ecr.${AWS::Region}.amazonaws.com/sagemaker-xgboost:1.7-1', {'A': {'Fn::FindInMap': ['Regions', \(Self.region), 'Account']}}]}"
        #expect(
            messages("'s3://jumpstart-cache-prod-us-east-1/m.tar.gz'", image: image) == [
                "'683313688378' is the account of AWS in us-east-1, and the image is in us-west-2, where AWS::Region is 'us-west-2'"
            ])
    }

    /// What a loop chooses is certain.
    @Test func readsKeysOfLoops() {
        let findings = RequestCase.findings(
            """
            {\(Self.mappings), 'Resources': {'Fn::ForEach::L': ['N', ['us-east-1', 'us-west-2'], {'M&{N}': {'Type': \
            'AWS::SageMaker::Model', 'Properties': {\(Piece.role), 'PrimaryContainer': {\(Piece.image), \
            'ModelDataUrl': {'Fn::FindInMap': ['Regions', {'Ref': 'N'}, 'Bad']}}}}}]}}
            """)
        #expect(
            findings.map(\.message) == [
                "'s3://mybucket/a.pkl' does not end with .tar.gz, where N is 'us-east-1'"
            ])
    }
}

import ModelArtifacts
import Testing

@testable import SageMakerModel

/// Requests in state machines of Step Functions.
extension RequestFormTests {
    @Test func readsStepFunctions() {
        let task = { (parameters: String) in
            """
            {'Type': 'Task', 'Resource': 'arn:aws:states:::sagemaker:createModel', \(parameters)}
            """
        }
        // The helper makes quotes of apostrophes.
        let format = "States.Format(\\u0027s3://{}/llm\\u0027, $.b)"
        let jsonPath = task(
            """
            'Parameters': {'ModelName.$': '$.name', 'ExecutionRoleArn.$': '$.role', 'PrimaryContainer': {'Image.$': '$.i',
              'ModelDataSource': {'S3DataSource': {'S3Uri.$': '\(format)', 'S3DataType': 'S3Prefix',
                'CompressionType': 'None'}}}}
            """)
        let path = "Parameters.PrimaryContainer.ModelDataSource.S3DataSource[\"S3Uri.$\"]"
        let machine = { (state: String) in "{'StartAt': 'A', 'States': {'A b': \(state), 'C': {'Type': 'Pass'}}}" }
        #expect(said(machine(jsonPath)) == ["prefix-without-slash States[\"A b\"].\(path)"])
        #expect(said(jsonPath) == ["prefix-without-slash \(path)"])
        let parallel = "{'Type': 'Parallel', 'Branches': [\(machine(jsonPath))]}"
        #expect(
            said(machine(parallel)).first?.hasPrefix("prefix-without-slash States[\"A b\"].Branches[0].States") ?? false
        )
        let jsonata = task(
            """
            'Arguments': {'ModelName': '{% $states.input.name & \\"_m\\" %}', 'ExecutionRoleArn': '{% $role %}',
              'PrimaryContainer': '{% $x ? $y : $z %}'}
            """)
        #expect(said(machine(jsonata)) == ["request-pattern-mismatch States[\"A b\"].Arguments.ModelName"])
        let parameters =
            "{'ModelName.$': '$.n', 'ExecutionRoleArn.$': '$.r', 'PrimaryContainer': {'Image.$': '$.i', 'Modes': 'a'}}"
        #expect(said(parameters) == ["request-unknown-member PrimaryContainer.Modes"])
        let wrong = report(parameters.replacing("ModelName", with: "ModelNam").replacing(", 'Modes': 'a'", with: ""))
        #expect(wrong.findings.map(\.message) == ["'ModelNam' is no member of a request of CreateModel"])
        #expect(said(machine("{'Type': 'Pass'}")) == ["request-no-model "])
    }

    /// A task or a call whose parameters nobody knows is there all the same.
    @Test func takesUnknownParametersForWhatTheyAre() {
        let machine = { (more: String) in
            "{'StartAt': 'A', 'States': {'A': {'Type': 'Task', 'Resource': 'arn:aws:states:::sagemaker:createModel'\(more), 'End': true}}}"
        }
        #expect(said(machine("")) == ["request-unknown States.A.Parameters"])
        #expect(
            said(machine(", 'Arguments': '{% $states.input.model %}'")) == ["request-unknown States.A.Arguments"])
        #expect(said(machine(", 'Arguments': 'model'")) == ["request-wrong-type States.A.Arguments"])
        #expect(report(machine("")).operation == "CreateModel")
        let event = { (source: String, parameters: String) in
            "{'Records': [{'eventVersion': '1.08', 'eventSource': '\(source)', 'eventName': 'CreateModel', 'requestParameters': \(parameters)}]}"
        }
        #expect(
            said(event("sagemaker.amazonaws.com", "null")) == ["request-unknown Records[0].requestParameters"])
        #expect(
            said(event("sagemaker.amazonaws.com", "{'modelName': 'm'}")).contains(
                "create-model-no-container Records[0].requestParameters"))
        for other in ["apigateway.amazonaws.com", "lookoutvision.amazonaws.com"] {
            #expect(said(event(other, "{'restApiId': 'a', 'createModelInput': {}}")) == ["request-no-model "])
        }
    }

    /// What a path leads to may be null: only of what is given for certain is said that it does not go together.
    @Test func takesPathsForWhatMayBeNull() {
        let task = { (call: String, parameters: String) in
            "{'Type': 'Task', 'Resource': 'arn:aws:states:::\(call)', \(parameters)}"
        }
        let model = { (parameters: String) in
            task(
                "sagemaker:createModel",
                "'Parameters': {'ModelName.$': '$.n', 'ExecutionRoleArn.$': '$.r', \(parameters)}")
        }
        let list = "'Containers': [\(Piece.container)]"
        #expect(said(model("'Containers.$': '$.c', 'PrimaryContainer.$': '$.p'")) == [])
        #expect(said(model("'Containers.$': '$.c', 'PrimaryContainer': \(Piece.container)")) == [])
        #expect(said(model("'PrimaryContainer.$': '$.p', \(list)")) == [])
        #expect(
            said(model("'PrimaryContainer': \(Piece.container), \(list)")) == [
                "create-model-both-containers Parameters.Containers"
            ])
        let arguments = { (parameters: String) in
            task("sagemaker:createModel", "'Arguments': {'ModelName': 'm', \(Piece.role), \(parameters)}")
        }
        #expect(said(arguments("'Containers': '{% $c %}', 'PrimaryContainer': \(Piece.container)")) == [])
        #expect(said(arguments("\(list), 'PrimaryContainer': {'Image': '{% $i %}'}")).count == 1)
        let container = { (more: String) in
            said(model("'PrimaryContainer': {'ModelPackageName.$': '$.p', \(more)}"))
        }
        #expect(container("'Image.$': '$.i', 'ModelDataUrl.$': '$.u'") == [])
        #expect(container("'Image': '\(Piece.registry)/i:1'") == [])
        let format = "States.Format(\\u0027s3://{}/m.tar.gz\\u0027, $.b)"
        let named = model("'PrimaryContainer': {'ModelPackageName': 'p', 'ModelDataUrl.$': '\(format)'}")
        #expect(said(named) == ["create-model-package-and-image Parameters.PrimaryContainer[\"ModelDataUrl.$\"]"])
        let specification = Piece.specification("{\(Piece.image), \(RequestCase.data)}")
        let package = { (names: String) in
            said(task("aws-sdk:sagemaker:createModelPackage", "'Parameters': {\(names), \(specification)}"))
        }
        #expect(package("'ModelPackageGroupName.$': '$.g', 'ModelPackageName.$': '$.p'") == [])
        #expect(
            package("'ModelPackageGroupName': 'g', 'ModelPackageName': 'p'")
                == ["create-model-package-both-names Parameters.ModelPackageName"])
    }

    /// What the input of a task gives may be nothing.
    @Test func pathsOfTasksMayGiveNothing() {
        let task = { (parameters: String) in
            "{'Type': 'Task', 'Resource': 'arn:aws:states:::sagemaker:createModel', 'Parameters': {'ModelName.$': '$.name', 'ExecutionRoleArn.$': '$.role', \(parameters)}}"
        }
        let rules = { (parameters: String) in RequestCase.findings(task(parameters)).map(\.rule) }
        #expect(rules("'PrimaryContainer.$': '$.container', 'Containers.$': '$.containers'").isEmpty)
        #expect(rules("'PrimaryContainer': \(Piece.container), 'Containers.$': '$.containers'").isEmpty)
        let both = "'PrimaryContainer': \(Piece.container), 'Containers': [\(Piece.container)]"
        #expect(rules(both) == ["create-model-both-containers"])
        #expect(
            rules("'PrimaryContainer': {'ModelPackageName.$': '$.p', 'Image.$': '$.i', 'ModelDataUrl.$': '$.u'}")
                .isEmpty)
        let package = "'PrimaryContainer': {'ModelPackageName': 'p', \(Piece.image)}"
        #expect(rules(package) == ["create-model-package-and-image"])
    }

    /// What a machine says of the endpoints that it makes of its models, by whichever integration, and in branches too.
    @Test(arguments: ["sagemaker:createEndpointConfig", "aws-sdk:sagemaker:createEndpointConfig"])
    func checksEndpointsOfStateMachines(_ call: String) {
        let machine = { (call: String, variant: String) in
            let model =
                "{'Type': 'Task', 'Resource': 'arn:aws:states:::sagemaker:createModel', 'Parameters': {'ModelName.$': '$.n', \(Piece.role), 'PrimaryContainer': \(Piece.container)}, 'Next': 'E'}"
            let endpoint =
                "{'Type': 'Task', 'Resource': 'arn:aws:states:::\(call)', 'Parameters': {'EndpointConfigName.$': '$.n', 'ProductionVariants': [{'ModelName.$': '$.n', 'VariantName': 'v', \(variant)}]}, 'End': true}"
            return "{'StartAt': 'M', 'States': {'M': \(model), 'E': \(endpoint)}}"
        }
        let serverless = { (memory: String) in "'ServerlessConfig': {'MaxConcurrency': 5, \(memory)}" }
        let path = "States.E.Parameters.ProductionVariants[0]"
        #expect(
            said(machine(call, serverless("'MemorySizeInMB': 2000"))) == [
                "request-serverless-memory \(path).ServerlessConfig.MemorySizeInMB"
            ])
        #expect(said(machine(call, serverless("'MemorySizeInMB': 2048"))) == [])
        #expect(said(machine(call, serverless("'MemorySizeInMB.$': '$.m'"))) == [])
        #expect(said(machine(call, "'ServerlessConfig.$': '$.s'")) == [])
        let volume = { (type: String) in "'InstanceType': '\(type)', 'InitialInstanceCount': 1, 'VolumeSizeInGB': 100" }
        #expect(
            said(machine(call, volume("ml.g4dn.xlarge"))) == ["request-instance-volume \(path).VolumeSizeInGB"])
        #expect(said(machine(call, volume("ml.m5.xlarge"))) == [])
        #expect(said(machine(call, volume("${InstanceType}"))) == [])
        let inner = machine(call, serverless("'MemorySizeInMB': 2000"))
        let map = "{'StartAt': 'P', 'States': {'P': {'Type': 'Map', 'ItemProcessor': \(inner)}}}"
        #expect(said(map).count == 1)
        // Another action may have a member of the same name.
        let other = call.replacing("createEndpointConfig", with: "createEndpoint")
        #expect(said(machine(other, serverless("'MemorySizeInMB': 2000"))) == [])
    }
}

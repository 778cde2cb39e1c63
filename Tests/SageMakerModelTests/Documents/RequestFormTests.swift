import ModelArtifacts
import Testing

@testable import SageMakerModel

/// Requests inside other documents: what is found, and how its place is called.
@Suite struct RequestFormTests {
    func report(_ text: String) -> RequestReport {
        RequestInspector().inspect(Array(text.replacing("'", with: "\"").utf8), name: "d.json")
    }

    /// The findings, as `rule path`.
    func said(_ text: String) -> [String] {
        report(text).findings.map { "\($0.rule) \($0.location.jsonPath ?? "")" }
    }

    private static let container = """
        {'image': '\(Piece.registry)/i:1', 'mode': 'SingleModel', 'model_data_url': '', 'environment': {'A': 'b'}, 'image_config': [],
         'model_data_source': [{'s3_data_source': [{'s3_uri': 's3://mybucket/llm', 's3_data_type': 'S3Prefix',
           'compression_type': 'None', 'model_access_config': []}]}]}
        """

    private func plan(_ after: String, unknown: String = "{}", address: String = "aws_sagemaker_model.m") -> String {
        """
        {'format_version': '1.2', 'terraform_version': '1.9.5', 'planned_values': {'root_module': {}}, 'resource_changes': [
          {'address': 'aws_s3_bucket.b', 'type': 'aws_s3_bucket', 'change': {'after': {}}},
          {'address': '\(address.replacing("\"", with: "\\'"))', 'mode': 'managed', 'type': 'aws_sagemaker_model', 'change': {
            'actions': ['create'], 'before': null, 'after': \(after), 'after_unknown': \(unknown)}}]}
        """
    }

    @Test func readsTerraformPlans() {
        let role = "'execution_role_arn': 'arn:aws:iam::123456789012:role/r'"
        let whole = "{'name': 'm', \(role), 'container': [], 'primary_container': [\(Self.container)], 'tags': null}"
        let path = "primary_container[0].model_data_source[0].s3_data_source[0].s3_uri"
        #expect(said(plan(whole)) == ["prefix-without-slash aws_sagemaker_model.m.\(path)"])
        #expect(report(plan(whole)).kind == .terraform && report(plan(whole)).findings.first?.location.line != nil)
        let each = "module.llm[0].aws_sagemaker_model.this[\"a\"]"
        #expect(said(plan(whole, address: each)) == ["prefix-without-slash \(each).\(path)"])
        #expect(said(plan(whole.replacing("llm'", with: "llm/'"))).isEmpty)
        #expect(
            said(plan(whole.replacing("'m'", with: "'m_1'"))).contains(
                "request-pattern-mismatch aws_sagemaker_model.m.name"))
        // What is only known afterwards is not missing.
        let unknown = "{'primary_container': [{'model_data_source': [{'s3_data_source': [{'s3_uri': true}]}]}]}"
        let pending = whole.replacing("'s3_uri': 's3://mybucket/llm', ", with: "")
        #expect(said(plan(pending, unknown: unknown)).isEmpty)
        let missing = "aws_sagemaker_model.m.\(path)"
        #expect(said(plan(pending)) == ["request-missing-member \(missing)"])
        #expect(said(plan("{'name': 'm', \(role)}", unknown: "{'primary_container': true}")).isEmpty)
        #expect(said(plan("{'name': 'm', \(role)}")) == ["create-model-no-container aws_sagemaker_model.m"])
        #expect(said(plan("null")) == ["request-no-model "])
        #expect(said("{'format_version': '1.0', 'terraform_version': '1.9.5'}") == ["request-no-model "])
        let tags = whole.replacing("'tags': null", with: "'tags': {'a': 'b', 'c#': 'd'}").replacing(
            "llm'", with: "llm/'")
        #expect(said(plan(tags)) == ["request-pattern-mismatch aws_sagemaker_model.m.tags[\"c#\"]"])
    }

    @Test func readsInferenceComponentsOfTerraform() {
        let text = { (container: String) in
            """
            {'format_version': '1.0', 'terraform_version': '1.9', 'values': {'root_module': {'resources': [{
              'address': 'aws_sagemaker_inference_component.c[0]', 'mode': 'managed', 'type': 'aws_sagemaker_inference_component',
              'values': {'name': 'c', 'endpoint_name': 'e', 'variant_name': 'v', 'arn': 'a', 'specifications': [],
                'runtime_config': [{'copy_count': 0, 'current_copy_count': 0}], 'specification': [{
                'container': [{'image': '\(Piece.registry)/i:1', \(container)}], 'startup_parameters': [],
                'compute_resource_requirements': [{'min_memory_required_in_mb': 1024, 'max_memory_required_in_mb': 0,
                  'number_of_cpu_cores_required': 0, 'number_of_accelerator_devices_required': 1}]}]}}]}}}
            """
        }
        #expect(said(text("'artifact_url': 's3://mybucket/m.tar.gz', 'environment': {'A': 'b'}")).isEmpty)
        #expect(
            said(text("'artifact_url': 's3://mybucket/m.pkl'")) == [
                "create-model-data-url-not-tar-gz aws_sagemaker_inference_component.c[0].specification[0].container[0].artifact_url"
            ])
        #expect(report(text("'artifact_url': ''")).operation == "CreateInferenceComponent")
    }

    /// The provider that is made from the schemas of CloudFormation: its names, its objects, its unknown values.
    @Test func readsTheCloudControlProvider() {
        let plan = { (type: String, after: String, unknown: String) in
            """
            {'format_version': '1.2', 'terraform_version': '1.9.5', 'planned_values': {}, 'resource_changes': [{
              'address': 'awscc_sagemaker_\(type).m', 'mode': 'managed', 'type': 'awscc_sagemaker_\(type)', 'change': {
                'actions': ['create'], 'before': null, 'after': {\(after)}, 'after_unknown': \(unknown)}}]}
            """
        }
        let model = { (name: String, uri: String, environment: String) in
            plan(
                "model",
                """
                'model_name': '\(name)', 'execution_role_arn': 'arn:aws:iam::123456789012:role/r', 'containers': null, 'tags': [{'key': 'a', 'value': 'b'}],
                'primary_container': {'image': '\(Piece.registry)/i:1', 'environment': \(environment), 'model_data_url': null, 'model_data_source': {
                  's3_data_source': {'s3_uri': '\(uri)', 's3_data_type': 'S3Prefix', 'compression_type': 'None', 'model_access_config': null}}}
                """, "{'id': true, 'model_arn': true, 'vpc_config': true, 'primary_container': {'mode': true}}")
        }
        let text = "'{\\u0022A\\u0022: \\u0022b\\u0022}'"
        let path = "awscc_sagemaker_model.m.primary_container.model_data_source.s3_data_source.s3_uri"
        #expect(said(model("m", "s3://mybucket/llm/", text)).isEmpty)
        #expect(said(model("m", "s3://mybucket/llm", text)) == ["prefix-without-slash \(path)"])
        #expect(
            said(model("a_b", "s3://mybucket/m/", "null"))
                == ["request-pattern-mismatch awscc_sagemaker_model.m.model_name"])
        #expect(
            said(model("m", "s3://mybucket/m/", text.replacing("A", with: "9"))) == [
                "request-pattern-mismatch awscc_sagemaker_model.m.primary_container.environment[\"9\"]"
            ])
        #expect(
            said(model("m", "s3://mybucket/m/", "'A=b'"))
                == ["request-wrong-type awscc_sagemaker_model.m.primary_container.environment"])
        #expect(report(model("m", "s3://mybucket/m/", text)).kind == .terraform)
        let package =
            "'model_package_group_name': 'g', 'inference_specification': {'containers': [{'image': '\(Piece.registry)/i:1', 'model_data_url': 's3://mybucket/m.pkl'}], 'supported_content_types': ['text/csv']MIME}"
        let mime = ", 'supported_response_mime_types': ['text/csv']"
        let place = "awscc_sagemaker_model_package.m.inference_specification"
        #expect(
            said(plan("model_package", package.replacing("MIME", with: mime), "{}"))
                == ["create-model-data-url-not-tar-gz \(place).containers[0].model_data_url"])
        #expect(
            said(plan("model_package", package.replacing("MIME", with: "").replacing(".pkl", with: ".tar.gz"), "{}"))
                == ["request-missing-member \(place).supported_response_mime_types"])
        let component =
            "'inference_component_name': 'c', 'endpoint_name': 'e', 'variant_name': 'v', 'runtime_config': {'copy_count': 0}, 'specification': {'model_name': 'm', 'compute_resource_requirements': {'min_memory_required_in_mb': 64}}"
        #expect(
            said(plan("inference_component", component, "{}")) == [
                "request-number-out-of-range awscc_sagemaker_inference_component.m.specification.compute_resource_requirements.min_memory_required_in_mb"
            ])
    }

    /// Names as the provider makes them of those of CloudFormation.
    @Test func namesOfTheCloudControlProvider() {
        for (property, attribute) in [
            ("S3Uri", "s3_uri"), ("S3DataSource", "s3_data_source"), ("ModelDataUrl", "model_data_url"),
            ("SupportedResponseMIMETypes", "supported_response_mime_types"), ("KmsKeyId", "kms_key_id"),
            ("MinMemoryRequiredInMb", "min_memory_required_in_mb"), ("VPCConfig", "vpc_config"), ("Tags", "tags"),
        ] as [(ByteString, ByteString)] {
            #expect(TerraformProvider.attribute(property) == attribute)
        }
    }

    @Test func readsTerraformStatesAndModules() {
        let values =
            "{'name': 'm', 'execution_role_arn': 'arn:aws:iam::123456789012:role/r', 'primary_container': [\(Self.container)]}"
        let module = """
            {'address': 'module.a', 'resources': [{'address': 'module.a.aws_sagemaker_model.m', 'mode': 'managed',
              'type': 'aws_sagemaker_model', 'values': \(values)}]}
            """
        let path = "module.a.aws_sagemaker_model.m.primary_container[0].model_data_source[0].s3_data_source[0].s3_uri"
        for values in ["values", "planned_values"] {
            let text = "{'format_version': '1.0', '\(values)': {'root_module': {'child_modules': [\(module)]}}}"
            #expect(said(text) == ["prefix-without-slash \(path)"])
        }
        let serverless = """
            , {'address': 'e', 'type': 'aws_sagemaker_endpoint_configuration', 'values': {'production_variants': [
              {'model_name': 'm', 'serverless_config': [{'memory_size_in_mb': 2048, 'max_concurrency': 5}]}]}}]}
            """
        let text = "{'format_version': '1.0', 'values': {'root_module': \(module.dropLast(2))\(serverless)}}"
        #expect(
            said(text).contains { $0.hasPrefix("create-model-deployment-without-source module.a") }, "\(said(text))")
        // Zero is what a state has for a number that was not given.
        for (timeout, isFine) in [("0", true), ("null", true), ("3600", true), ("3601", false)] {
            let members = "'volume_size_in_gb': 0, 'model_data_download_timeout_in_seconds': \(timeout)"
            let other = text.replacing(
                "'serverless_config': [{'memory_size_in_mb': 2048, 'max_concurrency': 5}]", with: members)
            let found = "request-number-out-of-range e.production_variants[0].model_data_download_timeout_in_seconds"
            #expect(said(other).contains(found) != isFine, "\(said(other))")
        }
    }

    /// Models, each with its address, its name and its data, and an endpoint in Terraform: what is said of them.
    private func endpoints(
        _ models: [(String, String, String)], endpoint: String, name: String,
        configuration: String = "{}", more: String = ""
    ) -> [String] {
        let after = { (name: String, data: String) in
            "{\(name), 'execution_role_arn': 'arn:aws:iam::123456789012:role/r', 'primary_container': [{'image': '\(Piece.registry)/i:1', \(data)}]}"
        }
        let resources = models.map { address, name, data in
            """
            {'address': '\(address.replacing("\"", with: "\\'"))', 'mode': 'managed', 'type': 'aws_sagemaker_model', 'change': {
              'after': \(after(name, data)), 'after_unknown': {'name': \(name == "'x': null")}}}
            """
        }
        return said(
            """
            {'format_version': '1.2', 'terraform_version': '1.9.5', 'planned_values': {}, 'resource_changes': [\(resources.joined(separator: ", ")),
              {'address': '\(endpoint.replacing("\"", with: "\\'"))', 'mode': 'managed', 'type': 'aws_sagemaker_endpoint_configuration', 'change': {
                'after': {'production_variants': [{'variant_name': 'v'\(name)\(more), 'serverless_config': [{'memory_size_in_mb': 2048, 'max_concurrency': 5}]}]},
                'after_unknown': {'production_variants': [{'model_name': \(name.isEmpty)}]}}}],
              'configuration': {'root_module': \(configuration)}}
            """)
    }

    private static let source =
        "'model_data_source': [{'s3_data_source': [{'s3_uri': 's3://mybucket/m/', 's3_data_type': 'S3Prefix', 'compression_type': 'None'}]}]"
    private static let archive = "'model_data_url': 's3://mybucket/m.tar.gz'"

    @Test func matchesEndpointsWithinAModuleFirst() {
        let rule = "create-model-deployment-without-source"
        let models = { (eu: String, us: String) in
            [
                ("module.eu.aws_sagemaker_model.m", "'name': 'llm'", eu),
                ("module.us[\"a.b\"].aws_sagemaker_model.m", "'name': 'llm'", us),
            ]
        }
        let us = "module.us[\"a.b\"].aws_sagemaker_endpoint_configuration.e"
        let name = ", 'model_name': 'llm'"
        #expect(endpoints(models(Self.source, Self.archive), endpoint: us, name: name).isEmpty)
        let found = endpoints(models(Self.archive, Self.source), endpoint: us, name: name)
        #expect(found.count == 1 && found[0].hasPrefix("\(rule) module.us[\"a.b\"].aws_sagemaker_model.m"), "\(found)")
        // In the root module, it may be either of the two, or the only one.
        let root = "aws_sagemaker_endpoint_configuration.e"
        #expect(endpoints(models(Self.source, Self.source), endpoint: root, name: name).isEmpty)
        let only = endpoints([models(Self.source, "")[0]], endpoint: root, name: name)
        #expect(only.count == 1 && only[0].hasPrefix("\(rule) module.eu"), "\(only)")
    }

    /// A name that is known after apply is followed through the configuration of the plan.
    @Test func followsReferencesToModels() {
        let unknown = "'x': null"
        let reference = { (references: String) in
            """
            {'resources': [{'address': 'aws_sagemaker_endpoint_configuration.e', 'expressions': {'production_variants': [
              {'model_name': {'references': [\(references)]}}]}}], 'module_calls': {'llm': {'expressions': {'given': {'references': ['aws_sagemaker_model.m.name', 'aws_sagemaker_model.m']}},
                'module': {'outputs': {'name': {'expression': {'references': ['aws_sagemaker_model.m.name', 'aws_sagemaker_model.m']}}},
                  'resources': [{'address': 'aws_sagemaker_endpoint_configuration.e', 'expressions': {'production_variants': [
                    {'model_name': {'references': ['var.given']}}]}}]}}}}
            """
        }
        let both = [
            ("aws_sagemaker_model.m", unknown, Self.source),
            ("module.llm.aws_sagemaker_model.m", unknown, Self.archive),
        ]
        let root = "aws_sagemaker_endpoint_configuration.e"
        let own = reference("'aws_sagemaker_model.m.name', 'aws_sagemaker_model.m'")
        #expect(endpoints(both, endpoint: root, name: "", configuration: own).count == 1)
        let inner = reference("'module.llm.name', 'module.llm'")
        #expect(endpoints(both, endpoint: root, name: "", configuration: inner).isEmpty)
        #expect(endpoints(both, endpoint: "module.llm.\(root)", name: "", configuration: inner).count == 1)
        #expect(endpoints(both, endpoint: root, name: "", configuration: reference("'local.name'")).isEmpty)
        // What the endpoint says of itself is checked, whatever its model is.
        let volume = endpoints(
            both, endpoint: root, name: "", configuration: reference("'local.name'"),
            more: ", 'volume_size_in_gb': 1000")
        #expect(volume == ["request-number-out-of-range \(root).production_variants[0].volume_size_in_gb"])
        let instances = ["a", "b"].map {
            ("aws_sagemaker_model.m[\"\($0)\"]", unknown, $0 == "a" ? Self.archive : Self.source)
        }
        let each = reference("'aws_sagemaker_model.m', 'each.key'")
        #expect(endpoints(instances, endpoint: root + "[\"a\"]", name: "", configuration: each).isEmpty)
        #expect(endpoints(instances, endpoint: root + "[\"b\"]", name: "", configuration: each).count == 1)
        #expect(endpoints(instances, endpoint: root, name: "", configuration: each).isEmpty)
    }

    @Test func readsPipelines() {
        let step = { (uri: String) in
            """
            {'Name': 'M', 'Type': 'Model', 'Arguments': {'ExecutionRoleArn': {'Get': 'Parameters.Role'}, 'PrimaryContainer': {
              'Image': '\(Piece.registry)/i:1', 'ModelDataSource': {'S3DataSource': {'S3Uri': \(uri), 'S3DataType': 'S3Prefix',
              'CompressionType': 'None'}}, 'Environment': {}}}}
            """
        }
        let definition = { (steps: String) in "{'Version': '2020-12-01', 'Parameters': [], 'Steps': [\(steps)]}" }
        let place = "Arguments.PrimaryContainer.ModelDataSource.S3DataSource.S3Uri"
        let join = { (end: String) in
            "{'Std:Join': {'On': '/', 'Values': ['s3:/', {'Get': 'Parameters.B'}, '\(end)']}}"
        }
        #expect(said(definition(step(join("llm")))) == ["prefix-without-slash Steps[0].\(place)"])
        #expect(said(definition(step(join("")))).isEmpty)
        #expect(said(definition(step("{'Get': 'Steps.T.ModelArtifacts.S3ModelArtifacts'}"))).isEmpty)
        let branch =
            "{'Name': 'C', 'Type': 'Condition', 'Arguments': {'IfSteps': [\(step(join("llm")))], 'ElseSteps': []}}"
        #expect(said(definition(branch)) == ["prefix-without-slash Steps[0].Arguments.IfSteps[0].\(place)"])
        #expect(said(definition("{'Name': 'T', 'Type': 'Training', 'Arguments': {}}")) == ["request-no-model "])
    }

    @Test func readsCloudTrail() {
        let event = """
            {'eventVersion': '1.08', 'eventSource': 'sagemaker.amazonaws.com', 'eventName': 'CreateModel', 'requestParameters': {
              'modelName': 'm', 'executionRoleArn': 'arn:aws:iam::123456789012:role/r', 'tags': null, 'primaryContainer': {
                'image': '\(Piece.registry)/i:1', 'environment': {'aB': 'c'}, 'somethingNew': 1, 'modelDataSource': {'s3DataSource': {
                  's3Uri': 's3://mybucket/llm', 's3DataType': 'S3Prefix', 'compressionType': 'None'}}}}}
            """
        let path = "requestParameters.primaryContainer.modelDataSource.s3DataSource.s3Uri"
        #expect(said(event) == ["prefix-without-slash \(path)"])
        for hidden in ["'HIDDEN_DUE_TO_SECURITY_REASONS'", "{'A': 'HIDDEN_DUE_TO_SECURITY_REASONS'}"] {
            #expect(said(event.replacing("{'aB': 'c'}", with: hidden)) == ["prefix-without-slash \(path)"])
        }
        #expect(said("{'Records': [\(event)]}") == ["prefix-without-slash Records[0].\(path)"])
        #expect(said("{'detail-type': 'x', 'detail': \(event)}") == ["prefix-without-slash detail.\(path)"])
        #expect(
            said(event.replacing("'compressionType': 'None'", with: "'x': 1")).contains {
                $0.hasSuffix("s3DataSource.compressionType")
            })
        #expect(said(event.replacing("'CreateModel'", with: "'CreateEndpoint'")) == ["request-no-model "])
        let inner = event.replacing("\n", with: " ").replacing("'", with: "\\u0022")
        let answer = "{'Events': [{'EventName': 'CreateModel', 'CloudTrailEvent': '\(inner)'}]}"
        #expect(
            said(answer).first?.hasPrefix("prefix-without-slash Events[0].CloudTrailEvent.requestParameters") ?? false,
            "\(said(answer))")
    }

    /// What is to be added or written instead is named as the document would spell it.
    @Test func helpIsInTheDocumentsWords() {
        let kubernetes = """
            apiVersion: sagemaker.services.k8s.aws/v1alpha1
            kind: Model
            metadata: {name: m}
            spec:
              primaryContainer:
                image: 123456789012.dkr.ecr.us-east-1.amazonaws.com/a:1
                environments: {A: b}
                modelDataSource: {s3DataSource: {s3URI: s3://bucket/m/, s3DataType: S3Prefix}}
              executionRoleARN: arn:aws:iam::123456789012:role/r
            """
        let terraform = """
            {"format_version": "1.0", "terraform_version": "1.9.5", "values": {"root_module": {"resources": [{
              "address": "aws_sagemaker_model.m", "mode": "managed", "type": "aws_sagemaker_model", "values": {
              "name": "m", "execution_role_arn": "arn:aws:iam::123456789012:role/r", "primary_container": [{
                "image": "123456789012.dkr.ecr.us-east-1.amazonaws.com/a:1", "model_data_source": [{"s3_data_source": [{
                  "s3_uri": "s3://bucket/m/", "s3_data_type": "S3Prefix"}]}]}]}}]}}}
            """
        for (text, expected) in [
            (
                kubernetes,
                [
                    "'compressionType' is missing here: add \"compressionType\", None or Gzip",
                    "'environments' is no member of ContainerDefinition: did you mean environment?",
                    "'modelName' is missing here: add \"modelName\", a string: letters, digits and hyphens, no hyphen at either end",
                ]
            ),
            (terraform, ["'compression_type' is missing here: add \"compression_type\", None or Gzip"]),
        ] {
            let findings = RequestInspector().inspect(Array(text.utf8), name: "r.yaml").findings
            #expect(findings.map { "\($0.message): \($0.help)" }.sorted() == expected)
        }
    }

    /// `kubectl get` prints lists, which may stand beside other documents of a stream.
    @Test func readsListsOfKubernetes() {
        let model = """
            {apiVersion: sagemaker.services.k8s.aws/v1alpha1, kind: Model, spec: {modelName: a_b, \
            executionRoleARN: "arn:aws:iam::123456789012:role/r", primaryContainer: {image: "\(Piece.registry)/i:1"}}}
            """
        let map = "{apiVersion: v1, kind: ConfigMap}"
        let list = { (kind: String, items: String) in "{apiVersion: v1, kind: \(kind), items: [\(items)]}" }
        for (text, count) in [
            (list("List", model), 1), ("---\n\(map)\n---\n\(list("List", "\(map), \(model)"))\n", 1),
            ("---\n\(list("ModelList", "\(model), \(model)"))\n---\n\(model)\n", 3), ("---\n\(list("List", map))", 0),
        ] {
            let found = RequestInspector().inspect(Array(("# \n" + text).utf8), name: "r.yaml")
            #expect(found.kind == .kubernetes, "\(text)")
            #expect(found.findings.count { $0.rule == "request-pattern-mismatch" } == count, "\(text)")
        }
    }

    /// A pipeline makes what its steps make, and one without a model none.
    @Test func readsPipelinesOfKubernetes() {
        let pipeline = { (step: String) in
            """
            apiVersion: sagemaker.services.k8s.aws/v1alpha1
            kind: Pipeline
            metadata: {name: p}
            spec:
              pipelineName: p
              pipelineDefinition: '{"Version": "2020-12-01", "Steps": [\(step)]}'
              roleARN: arn:aws:iam::123456789012:role/r

            """
        }
        let model = { (image: String) in
            #"{"Name": "M", "Type": "Model", "Arguments": {"ExecutionRoleArn": "arn:aws:iam::123456789012:role/r", "PrimaryContainer": {"Image": "\#(image)"}}}"#
        }
        let rules = { (text: String) in
            RequestInspector().inspect(Array(text.utf8), name: "p.yaml").findings.map(\.rule)
        }
        #expect(rules(pipeline(model("\(Piece.registry)/i:1"))) == [])
        #expect(rules(pipeline(model("\(Piece.registry)/i 1"))) == ["request-pattern-mismatch"])
        #expect(rules(pipeline("")) == ["request-no-model"])
        let config = "---\napiVersion: v1\nkind: ConfigMap\n"
        #expect(rules(pipeline(model("\(Piece.registry)/i 1")) + config) == ["request-pattern-mismatch"])
    }

    @Test func readsKubernetes() {
        let yaml = """
            apiVersion: v1
            kind: ConfigMap
            ---
            apiVersion: sagemaker.services.k8s.aws/v1alpha1
            kind: Model
            metadata: {name: m}
            spec:
              modelName: m
              executionRoleARN: arn:aws:iam::123456789012:role/r
              primaryContainer:
                image: \(Piece.registry)/i:1
                modelDataURL: s3://mybucket/m/
                imagee: x
              tags: [{key: a, value: b}]
            """
        let expected = [
            "create-model-data-url-not-tar-gz spec.primaryContainer.modelDataURL",
            "request-unknown-member spec.primaryContainer.imagee",
        ]
        #expect(said(yaml) == expected)
        let alone = String(yaml.split(separator: "---\n")[1])
        #expect(said(alone) == expected && report(alone).kind == .kubernetes)
        #expect(report(yaml).findings.first?.location.line == 12)
        for (wrong, rules) in [
            ("executionRoleARN", []), ("ExecutionRoleArn", ["request-unknown-member spec.ExecutionRoleArn"]),
            ("executionRoleArn", ["request-unknown-member spec.executionRoleArn"]),
            (
                "executionRoleARNRef",
                ["request-unknown-member spec.executionRoleARNRef"]
            ),
        ] as [(String, [String])] {
            let text = alone.replacing("executionRoleARN", with: wrong)
            #expect(Set(said(text)) == Set(expected + rules), "\(said(text))")
        }
        let etag = alone.replacing(
            "modelDataURL: s3://mybucket/m/",
            with:
                "modelDataSource: {s3DataSource: {s3URI: s3://mybucket/m/, s3DataType: S3Prefix, compressionType: None, eTag: a}}"
        )
        #expect(
            Set(said(etag)) == [
                "request-unknown-member spec.primaryContainer.imagee",
                "request-unknown-member spec.primaryContainer.modelDataSource.s3DataSource.eTag",
            ])
        #expect(
            report(etag).findings.contains { $0.help.hasPrefix("the API has it, but the resource of AWS Controllers") })
        #expect(said("apiVersion: v1\nkind: ConfigMap\n") == ["request-malformed-document "])
        #expect(said("apiVersion: v1\nkind: ConfigMap\n---\napiVersion: v1\nkind: Pod\n") == ["request-no-model "])
    }
}

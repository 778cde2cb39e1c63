import Testing

@testable import ModelArtifacts

@Suite struct TritonConfigurationTests {
    private func read(_ text: String) -> TritonConfiguration? { TritonConfiguration(Array(text.utf8)) }

    @Test func readsAnEnsemble() throws {
        let text = """
            name: "pipeline"  # its own
            platform: 'ensemble'
            max_batch_size: -1
            input [ { name: "RAW" data_type: TYPE_STRING dims: [ -1, 3 ] } ]
            output: { name: "OUT", dims: [1]; }
            ensemble_scheduling <
              step [
                { model_name: "enc" "oder" model_version: -1 input_map { key: "a" value: "b" } },
                { model_name: "decoder" }
              ]
            >
            parameters { key: "name" value: { string_value: "x }" } }
            """
        let configuration = try #require(read(text))
        #expect(configuration.name == "pipeline" && configuration.platform == "ensemble" && configuration.isEnsemble)
        #expect(configuration.steps.map(\.model) == ["encoder", "decoder"])
        #expect(configuration.steps.map(\.version) == [nil, nil] && configuration.versionPolicy == .latest(1))
        #expect(configuration.wantedFile == nil)
        #expect(configuration.fields.isSuperset(of: ["name", "input", "output", "parameters", "ensemble_scheduling"]))
    }

    @Test(
        arguments: [
            ("platform: \"tensorrt_plan\"", "model.plan"), ("backend: \"onnxruntime\"", "model.onnx"),
            ("platform: \"onnxruntime_onnx\"", "model.onnx"), ("platform: \"pytorch_libtorch\"", "model.pt"),
            ("backend: \"python\"", "model.py"), ("backend: \"openvino\"", "model.xml"),
            ("backend: \"dali\"", "model.dali"),
            ("platform: \"tensorflow_savedmodel\"", "model.savedmodel"), ("backend: \"vllm\"", "model.json"),
            ("backend: \"tensorflow\" platform: \"tensorflow_graphdef\"", "model.graphdef"),
            ("backend: \"python\" default_model_filename: \"a.py\"", "a.py"), ("backend: \"tensorflow\"", nil),
            ("backend: \"mine\" default_model_filename: \"a\"", nil), ("", nil),
            ("backend: \"pytorch\" runtime: \"model.py\"", nil),
            ("backend: \"tensorrt\" cc_model_filenames [ { key: \"7.5\" value: \"a\" } ]", nil),
        ]) func knowsTheFile(_ text: String, _ file: ByteString?) throws
    {
        #expect(try #require(read(text)).wantedFile == file)
    }

    @Test(
        arguments: [
            "name", "name: \"a", "a { b: 1", "a: 1 }", "a [ 1, 2", "a: { ]", "\"a\"", ": 1", "a < b: 1 }",
            "name: \"a\nb\"", "[x.y]: 1", "input:\n  - name: \"a\"",
            String(repeating: "a {", count: 60) + String(repeating: "}", count: 60), "\u{0}",
        ]) func concludesNothingFrom(_ text: String)
    {
        #expect(read(text) == nil)
    }

    @Test func readsWhatIsEscaped() throws {
        #expect(try #require(read(#"name: "\x6d\155\"n\101""#)).name == "mm\"nA")
    }

    @Test(
        arguments: [
            ("name: m", "Expected string, got: m"), ("backend: python", "Expected string, got: python"),
            ("name: \"a\" name: \"b\"", "Non-repeated field \"name\" is specified multiple times."),
            (
                "input [ { name: \"a\" data_type: FP32 } ]",
                "Unknown enumeration value of \"FP32\" for field \"data_type\"."
            ),
            ("name: \"a\" input { name: \"b\" data_type: TYPE_FP32 } input { name: \"b\" data_type: 11 }", nil),
            ("name: \"a\" \"b\" max_batch_size: 8", nil),
            ("max_batchsize: 8", "Message type \"inference.ModelConfig\" has no field named \"max_batchsize\"."),
            ("max-batch-size: 8", "Message type \"inference.ModelConfig\" has no field named \"max\"."),
            ("name.x: \"a\"", "Expected \":\", found \".\"."),
            (
                "input [ { name: \"a\" shape: [ 1 ] } ]",
                "Message type \"inference.ModelInput\" has no field named \"shape\"."
            ),
            ("input { reshape: { shape: [ 1, -1 ] } dims: [ -1, 3 ] }", nil),
            ("max_batch_size: \"8\"", "Expected integer, got: \"8\""),
            ("max_batch_size: 8.0", "Expected integer, got: 8.0"), ("max_batch_size: 0x10 input { dims: -1 }", nil),
            ("max_batch_size: [ 8 ]", "Expected integer, got: ["), ("max_batch_size { }", "Expected \":\""),
            ("max_batch_size: { }", "Expected integer, got: {"), ("max_batch_size 8", "Expected \":\""),
            ("input { dims [ 3 ] }", "Expected \":\""), ("input { dims: [ \"3\" ] }", "Expected integer, got: \"3\""),
            ("input: \"a\"", "Expected \"{\", found \"\"a\"\"."), ("input: a", "Expected \"{\", found \"a\"."),
            (
                "parameters { key: \"a\" value: \"b\" }", "Expected \"{\", found \"\"b\"\"."
            ),
            ("parameters [ { key: \"a\" value { string_value: \"b\" } }, { key: \"b\" } ]", nil),
            ("parameters { key: \"a\" value: { string_value: 1 } }", "Expected string, got: 1"),
            ("instance_group [ { kind: KIND_GPU gpus: [ 0, 1 ] count: 2 } ]", nil),
            (
                "instance_group [ { kind: GPU } ]",
                "Unknown enumeration value of \"GPU\" for field \"kind\"."
            ),
            ("instance_group [ { kind: \"KIND_GPU\" } ]", "Expected integer or identifier, got: \"KIND_GPU\""),
            ("dynamic_batching { preferred_batch_size: [ 4, 8 ] max_queue_delay_microseconds: 100 }", nil),
            ("dynamic_batching { max_queue_delay_microseconds: -1 }", "Expected integer, got: -"),
            (
                "dynamic_batching { } dynamic_batching { }",
                "Non-repeated field \"dynamic_batching\" is specified multiple times."
            ),
            (
                "dynamic_batching { } ensemble_scheduling { }",
                "Field \"ensemble_scheduling\" is specified along with field \"dynamic_batching\", another member of oneof "
                    + "\"scheduling_choice\"."
            ),
            ("max_batch_size: 0 max_batch_size: 8", nil),
            ("model_transaction_policy { decoupled: True }", nil),
            ("model_transaction_policy { decoupled: TRUE }", "Expected identifier, got: TRUE"),
            ("model_transaction_policy { decoupled: \"true\" }", "Expected identifier, got: \"true\""),
            ("sequence_batching { direct { minimum_slot_utilization: 0.5 } }", nil),
            ("sequence_batching { direct { minimum_slot_utilization: half } }", "Expected double, got: half"),
            (
                "optimization { cuda { graph_spec { input { key: \"a\" value { dim: [ 1 ] } } } } execution_accelerators {"
                    + " gpu_execution_accelerator : [ { name : \"tensorrt\" parameters { key: \"a\" value: \"b\" } } ] } }",
                nil
            ),
            ("model_warmup { inputs { key: \"a\" value { data_type: TYPE_INT8 dims: 1 zero_data: true } } }", nil),
            ("ensemble_scheduling { step { model_name: \"a\" input_map { key: \"a\" value: \"b\" } } }", nil),
            ("input { dims: 1, 3: 4 }", "Expected identifier, got: 3"),
        ] as [(String, String?)]) func knowsWhatTheServerRefuses(_ text: String, _ refusal: String?) throws
    {
        #expect(try #require(read(text)).refusal == refusal)
    }

    @Test func readsEnvironments() throws {
        let text = """
            parameters [
              { key: "EXECUTION_ENV_PATH", value: { string_value: "$$TRITON_MODEL_DIRECTORY/a.tar.gz" } },
              { value: { string_value: "b.tar.gz" } key: "EXECUTION_ENV_PATH" },
              { key: "OTHER" value: { string_value: "c.tar.gz" } }, { value: { string_value: "d.tar.gz" } }
            ]
            # EXECUTION_ENV_PATH "e.tar.gz"
            """
        #expect(try #require(read(text)).environments == ["$$TRITON_MODEL_DIRECTORY/a.tar.gz", "b.tar.gz"])
    }

    @Test(
        arguments: [
            ("", .latest(1)), ("version_policy { latest { num_versions: 3 } }", .latest(3)),
            ("version_policy: { all {} }", .all),
            ("version_policy { specific { versions: [ 1, 4 ] } }", .specific(["1", "4"])),
            ("version_policy { specific: { versions: 2 versions: 3 } }", .specific(["2", "3"])),
            ("version_policy { latest { num_versions: 0 } }", nil), ("version_policy { latest { } }", nil),
            ("version_policy { new { } }", nil),
        ] as [(String, TritonConfiguration.VersionPolicy?)]) func readsThePolicy(
            _ text: String, _ policy: TritonConfiguration.VersionPolicy?
        ) throws
    {
        #expect(try #require(read(text)).versionPolicy == policy)
    }

    @Test func anEmptyListIsNoStep() throws {
        #expect(try #require(read("ensemble_scheduling { step: [ ] }")).steps.isEmpty)
    }

    @Test func readsVersionsOfSteps() throws {
        let text = "ensemble_scheduling { step { model_version: 7 model_name: 'a' } step { model_name: 'b' } }"
        let steps = try #require(read(text)).steps
        #expect(steps.map(\.model) == ["a", "b"] && steps.map(\.version) == ["7", nil])
    }

    @Test func survivesCutsAndChanges() {
        let text = Array("name: 'a' input [ { dims: [ 1, -1 ] } ] step { model_name: \"b\" } # end".utf8)
        for count in text.indices { _ = TritonConfiguration(Array(text[..<count])) }
        for index in text.indices {
            var changed = text
            for byte in [0x00, 0x22, 0x5B, 0x5D, 0x7B, 0x7D, 0xFF] as [UInt8] {
                changed[index] = byte
                _ = TritonConfiguration(changed)
            }
        }
        #expect(TritonConfiguration(text) != nil)
    }
}

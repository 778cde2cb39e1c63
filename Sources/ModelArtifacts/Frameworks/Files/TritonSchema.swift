/// The messages that a model configuration of Triton is made of, with the types of their fields.
///
/// Source: `protobuf/model_config.proto` of triton-inference-server/common. What lies deeper than ``ProtobufText`` keeps is left out.
enum TritonSchema {
    /// What the values of a field are.
    enum Kind: Hashable {
        case text, boolean, integer, natural, real
        /// One of some words, or its number.
        case word([String])
        /// A message of that name; one that has no fields here is not checked.
        case message(String)
    }

    struct Field: Hashable {
        let kind: Kind
        let isRepeated: Bool
    }

    struct Message {
        var fields: [String: Field] = [:]
        /// Fields of which a message has one at most, by the name of what they choose.
        var choices: [String: [String]] = [:]
    }

    /// By their names without that of the package, `inference`.
    static let messages = read()

    /// A line a message, and a line of words for each of their types: `name:type`, with `*` for repeated fields.
    private static let table = """
        ModelConfig name:text platform:text backend:text runtime:text version_policy:ModelVersionPolicy
            max_batch_size:integer input:ModelInput* output:ModelOutput* batch_input:BatchInput*
            batch_output:BatchOutput* optimization:ModelOptimizationPolicy dynamic_batching:ModelDynamicBatching
            sequence_batching:ModelSequenceBatching ensemble_scheduling:ModelEnsembling
            instance_group:ModelInstanceGroup* default_model_filename:text cc_model_filenames:map(text,text)
            metric_tags:map(text,text) parameters:map(text,ModelParameter) model_warmup:ModelWarmup*
            model_operations:ModelOperations model_transaction_policy:ModelTransactionPolicy
            model_repository_agents:ModelRepositoryAgents response_cache:ModelResponseCache model_metrics:ModelMetrics
            scheduling_choice={dynamic_batching|sequence_batching|ensemble_scheduling}
        ModelVersionPolicy latest:ModelVersionPolicy.Latest all:ModelVersionPolicy.All
            specific:ModelVersionPolicy.Specific policy_choice={latest|all|specific}
        ModelVersionPolicy.Latest num_versions:natural
        ModelVersionPolicy.All
        ModelVersionPolicy.Specific versions:integer*
        ModelInput name:text data_type:DataType format:ModelInput.Format dims:integer* reshape:ModelTensorReshape
            is_shape_tensor:boolean allow_ragged_batch:boolean optional:boolean is_non_linear_format_io:boolean
        ModelTensorReshape shape:integer*
        ModelOutput name:text data_type:DataType dims:integer* reshape:ModelTensorReshape label_filename:text
            is_shape_tensor:boolean is_non_linear_format_io:boolean
        BatchInput kind:BatchInput.Kind target_name:text* data_type:DataType source_input:text*
        BatchOutput target_name:text* kind:BatchOutput.Kind source_input:text*
        ModelOptimizationPolicy graph:ModelOptimizationPolicy.Graph priority:ModelOptimizationPolicy.ModelPriority
            cuda:ModelOptimizationPolicy.Cuda execution_accelerators:ModelOptimizationPolicy.ExecutionAccelerators
            input_pinned_memory:ModelOptimizationPolicy.PinnedMemoryBuffer
            output_pinned_memory:ModelOptimizationPolicy.PinnedMemoryBuffer gather_kernel_buffer_threshold:natural
            eager_batching:boolean
        ModelOptimizationPolicy.Graph level:integer
        ModelOptimizationPolicy.Cuda graphs:boolean busy_wait_events:boolean
            graph_spec:ModelOptimizationPolicy.Cuda.GraphSpec* output_copy_stream:boolean
        ModelOptimizationPolicy.Cuda.GraphSpec batch_size:integer
            input:map(text,ModelOptimizationPolicy.Cuda.GraphSpec.Shape)
            graph_lower_bound:ModelOptimizationPolicy.Cuda.GraphSpec.LowerBound
        ModelOptimizationPolicy.ExecutionAccelerators
            gpu_execution_accelerator:ModelOptimizationPolicy.ExecutionAccelerators.Accelerator*
            cpu_execution_accelerator:ModelOptimizationPolicy.ExecutionAccelerators.Accelerator*
        ModelOptimizationPolicy.ExecutionAccelerators.Accelerator name:text parameters:map(text,text)
        ModelOptimizationPolicy.PinnedMemoryBuffer enable:boolean
        ModelDynamicBatching preferred_batch_size:integer* max_queue_delay_microseconds:natural
            preserve_ordering:boolean priority_levels:natural default_priority_level:natural
            default_queue_policy:ModelQueuePolicy priority_queue_policy:map(natural,ModelQueuePolicy)
        ModelQueuePolicy timeout_action:ModelQueuePolicy.TimeoutAction default_timeout_microseconds:natural
            allow_timeout_override:boolean max_queue_size:natural
        ModelSequenceBatching direct:ModelSequenceBatching.StrategyDirect oldest:ModelSequenceBatching.StrategyOldest
            max_sequence_idle_microseconds:natural control_input:ModelSequenceBatching.ControlInput*
            state:ModelSequenceBatching.State* iterative_sequence:boolean strategy_choice={direct|oldest}
        ModelSequenceBatching.StrategyDirect max_queue_delay_microseconds:natural minimum_slot_utilization:real
        ModelSequenceBatching.StrategyOldest max_candidate_sequences:integer preferred_batch_size:integer*
            max_queue_delay_microseconds:natural preserve_ordering:boolean
        ModelSequenceBatching.ControlInput name:text control:ModelSequenceBatching.Control*
        ModelSequenceBatching.Control kind:ModelSequenceBatching.Control.Kind int32_false_true:integer*
            fp32_false_true:real* bool_false_true:boolean* data_type:DataType
        ModelSequenceBatching.State input_name:text output_name:text data_type:DataType dims:integer*
            initial_state:ModelSequenceBatching.InitialState* use_same_buffer_for_input_output:boolean
            use_growable_memory:boolean
        ModelSequenceBatching.InitialState data_type:DataType dims:integer* zero_data:boolean data_file:text name:text
            state_data={zero_data|data_file}
        ModelEnsembling step:ModelEnsembling.Step* max_inflight_requests:natural
        ModelEnsembling.Step model_name:text model_version:integer input_map:map(text,text) output_map:map(text,text)
            model_namespace:text
        ModelInstanceGroup name:text kind:ModelInstanceGroup.Kind count:integer rate_limiter:ModelRateLimiter
            gpus:integer* secondary_devices:ModelInstanceGroup.SecondaryDevice* profile:text* passive:boolean
            host_policy:text
        ModelRateLimiter resources:ModelRateLimiter.Resource* priority:natural
        ModelRateLimiter.Resource name:text global:boolean count:natural
        ModelInstanceGroup.SecondaryDevice kind:ModelInstanceGroup.SecondaryDevice.SecondaryDeviceKind device_id:integer
        ModelParameter string_value:text
        ModelWarmup name:text batch_size:natural inputs:map(text,ModelWarmup.Input) count:natural
        ModelWarmup.Input data_type:DataType dims:integer* zero_data:boolean random_data:boolean input_data_file:text
            input_data_type={zero_data|random_data|input_data_file}
        ModelOperations op_library_filename:text*
        ModelTransactionPolicy decoupled:boolean
        ModelRepositoryAgents agents:ModelRepositoryAgents.Agent*
        ModelRepositoryAgents.Agent name:text parameters:map(text,text)
        ModelResponseCache enable:boolean
        ModelMetrics metric_control:ModelMetrics.MetricControl*
        ModelMetrics.MetricControl metric_identifier:ModelMetrics.MetricControl.MetricIdentifier
            histogram_options:ModelMetrics.MetricControl.HistogramOptions metric_options={histogram_options}
        ModelMetrics.MetricControl.MetricIdentifier family:text
        ModelMetrics.MetricControl.HistogramOptions buckets:real*
        DataType =TYPE_INVALID =TYPE_BOOL =TYPE_UINT8 =TYPE_UINT16 =TYPE_UINT32 =TYPE_UINT64 =TYPE_INT8 =TYPE_INT16
            =TYPE_INT32 =TYPE_INT64 =TYPE_FP16 =TYPE_FP32 =TYPE_FP64 =TYPE_STRING =TYPE_BF16
        ModelInput.Format =FORMAT_NONE =FORMAT_NHWC =FORMAT_NCHW
        BatchInput.Kind =BATCH_ELEMENT_COUNT =BATCH_ACCUMULATED_ELEMENT_COUNT =BATCH_ACCUMULATED_ELEMENT_COUNT_WITH_ZERO
            =BATCH_MAX_ELEMENT_COUNT_AS_SHAPE =BATCH_ITEM_SHAPE =BATCH_ITEM_SHAPE_FLATTEN
        BatchOutput.Kind =BATCH_SCATTER_WITH_INPUT_SHAPE
        ModelOptimizationPolicy.ModelPriority =PRIORITY_DEFAULT =PRIORITY_MAX =PRIORITY_MIN
        ModelQueuePolicy.TimeoutAction =REJECT =DELAY
        ModelSequenceBatching.Control.Kind =CONTROL_SEQUENCE_START =CONTROL_SEQUENCE_READY =CONTROL_SEQUENCE_END
            =CONTROL_SEQUENCE_CORRID
        ModelInstanceGroup.Kind =KIND_AUTO =KIND_GPU =KIND_CPU =KIND_MODEL
        ModelInstanceGroup.SecondaryDevice.SecondaryDeviceKind =KIND_NVDLA
        """

    private static func read() -> [String: Message] {
        var lines: [[Substring]] = []
        for line in table.split(separator: "\n") {
            let words = line.split(separator: " ")
            if line.hasPrefix(" "), !lines.isEmpty {
                lines[lines.count - 1] += words
            } else {
                lines.append(words)
            }
        }
        var enumerations: [Substring: [String]] = [:]
        for line in lines where line.count > 1 && line[1].hasPrefix("=") {
            enumerations[line[0]] = line.dropFirst().map { String($0.dropFirst()) }
        }
        var messages: [String: Message] = [:]
        for line in lines where enumerations[line[0]] == nil {
            var message = Message()
            for word in line.dropFirst() {
                if let choice = word.firstIndex(of: "=") {
                    let fields = word[choice...].dropFirst(2).dropLast().split(separator: "|").map(String.init)
                    message.choices[String(word[..<choice])] = fields
                } else if let colon = word.firstIndex(of: ":") {
                    let name = String(word[..<colon])
                    let type = word[colon...].dropFirst()
                    message.fields[name] = field(name, type, enumerations, of: line[0], &messages)
                }
            }
            messages[String(line[0])] = message
        }
        return messages
    }

    private static func field(
        _ name: String, _ type: Substring, _ enumerations: [Substring: [String]], of message: Substring,
        _ messages: inout [String: Message]
    ) -> Field {
        guard type.hasPrefix("map(") else {
            let isRepeated = type.hasSuffix("*")
            return Field(kind: kind(isRepeated ? type.dropLast() : type, enumerations), isRepeated: isRepeated)
        }
        // A map is a list of messages, whose name is made of that of the field.
        let types = type.dropFirst("map(".count).dropLast().split(separator: ",")
        let entry = name.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        let full = "\(message).\(entry)Entry"
        var fields: [String: Field] = [:]
        for (name, type) in zip(["key", "value"], types) {
            fields[name] = Field(kind: kind(type, enumerations), isRepeated: false)
        }
        messages[full] = Message(fields: fields)
        return Field(kind: .message(full), isRepeated: true)
    }

    private static func kind(_ type: Substring, _ enumerations: [Substring: [String]]) -> Kind {
        switch type {
        case "text": .text
        case "boolean": .boolean
        case "integer": .integer
        case "natural": .natural
        case "real": .real
        default: enumerations[type].map { .word($0) } ?? .message(String(type))
        }
    }
}

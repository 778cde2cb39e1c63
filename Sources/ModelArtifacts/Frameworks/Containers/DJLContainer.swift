/// The DJL containers: the model directory is one model, or, if it holds nothing but directories and archives, each of these is.
///
/// Source: `initialize` in `ModelStore.java`, `inferEngine` in `ModelInfo.java` of deepjavalibrary/djl-serving;
/// `getNestedModelDir` in `Utils.java` of deepjavalibrary/djl.
enum DJLContainer: ServingContainer {
    /// Files by which an engine is detected, besides those that are named as the model.
    private static let evidence = ["metadata.yaml", "model.py", "config.pbtxt", "saved_model.pb", "config.json"]
    /// How the names of the latter end.
    private static let endings = [
        ".pt", ".onnx", ".json", ".xgb", ".bst", ".skops", ".joblib", ".pkl", ".pickle", ".cloudpkl", ".py",
    ]
    /// What tells a handler of language models what a model is, where config.json does not.
    private static let otherConfigurations = ["adapter_config.json", "model_index.json", "params.json"]
    private static let variables = ["OPTION_MODEL_ID", "HF_MODEL_ID"]

    static func decide(_ files: ModelFiles, _ container: Container) -> ContainerDecision {
        var decision = ContainerDecision()
        for variable in variables {
            guard let value = container.value(variable) else { continue }
            if let fault = wrongModelID(value, of: variable, at: nil, in: "", files) { decision.add(fault) }
        }
        if let startup = DJLStartup(container) {
            judge(startup, files, container, &decision)
            return decision
        }
        let top = files.inside("")
        // Of a name that begins with a dot the container says that it is no model, so that all are one.
        let isStore = top.allSatisfy {
            !$0.name.hasPrefix(".") && ($0.isDirectory || ModelNames.isArchive($0.name))
        }
        guard isStore else {
            judge(nested("", files), files, container, &decision)
            return decision
        }
        let directories = top.filter(\.isDirectory).map { nested($0.path, files) }
        if directories.isEmpty, let archive = top.first, container.value("HF_MODEL_ID") == nil {
            decision.add(unopened(archive.path))
        }
        if top.count == 1, let only = directories.first {
            judge(only, files, container, &decision)
        } else {
            judge(several: directories, of: top, files, container, &decision)
        }
        return decision
    }

    static func judge(environmentOf container: Container, hasModelData: Bool) -> [EnvironmentFault] {
        variables.compactMap { variable in
            container.value(variable).flatMap { wrongModelID($0, of: variable, at: nil, in: "", nil) }
                .map { EnvironmentFault(variable, $0) }
        }
    }

    /// The fault that there is nothing but archives: each counts as a model, and is listed as a directory before it would be unpacked.
    ///
    /// Source: `mapModelUrl` in `ModelStore.java`, which leaves out what cannot be listed.
    private static func unopened(_ archive: ByteString) -> ContainerFault {
        ContainerFault(
            .missingModelConfig, at: archive,
            "'\(archive)' is taken for a model, and opened as a directory: the container says \"Failed to access file: "
                + "\(ModelDirectory.path(of: archive))\" and serves nothing",
            help: "unpack it, and pack the files themselves with `optml pack DIRECTORY -o model.tar.gz`")
    }

    /// Whether a directory holds a zip file and nothing else, which the container unpacks.
    ///
    /// Source: `downloadModel` in `ModelInfo.java`.
    private static func isPacked(_ directory: ByteString, _ files: ModelFiles) -> Bool {
        let inside = files.inside(directory)
        return inside.count == 1 && !inside[0].isDirectory && inside[0].name.hasSuffix(".zip")
    }

    /// The directory that a lone one leads to.
    private static func nested(_ path: ByteString, _ files: ModelFiles) -> ByteString {
        var path = path
        while true {
            let inside = files.inside(path).filter { !$0.name.hasPrefix(".") }
            guard inside.count == 1, let only = inside.first, only.isDirectory else { return path }
            path = only.path
        }
    }

    /// Whether the container finds out what loads a directory.
    private static func detectsEngine(_ directory: ByteString, _ files: ModelFiles, _ container: Container) -> Bool {
        if container.first("OPTION_ENGINE", "OPTION_MODEL_ID") != nil { return true }
        if files.has(anyOf: evidence, in: directory) || files.hasDirectory(directory.appending("MAR-INF")) {
            return true
        }
        var names = ["model", directory.isEmpty ? "model" : directory.lastComponent]
        let path = directory.appending("serving.properties")
        if files.hasFile(path) {
            // What is in it nobody knows, as in a listing.
            guard let properties = files.contents[path].map({ PropertiesFile($0) }) else { return true }
            let telling = ["engine", "option.model_id", "option.s3url"]
            if telling.contains(where: { properties[$0] != nil }) { return true }
            if let name = properties["option.modelName"] { names.append(ByteString(name)) }
        }
        return files.files(in: directory).contains { entry in
            names.contains { name in
                endings.contains { entry.name == name + ByteString($0) }
                    || (entry.name.hasPrefix(name + "-") && entry.name.hasSuffix(".params"))
            }
        }
    }

    /// The fault that nothing tells the engine.
    ///
    /// - Parameter hub: the model elsewhere that is loaded besides; nil if there is none.
    private static func noEngine(_ model: TransformersFiles, beside hub: HubModel?) -> ContainerFault {
        let fault = noEngine(model)
        guard let hub else { return fault }
        return ContainerFault(
            fault.kind, at: fault.path, fault.message + ", whatever \(hub.variable) names, which it loads besides",
            help: "name the model by OPTION_MODEL_ID in place of \(hub.variable), or deploy without model data")
    }

    private static func noEngine(_ model: TransformersFiles) -> ContainerFault {
        let words = "\"Failed to detect engine of the model: \(model.place)\""
        guard model.has("serving.properties") else {
            let index = model.directory.appending("model_index.json")
            if model.has("model_index.json") {
                return ContainerFault(
                    .missingModelConfig, at: index,
                    "'\(index)' alone tells no engine, as config.json would: the container says \(words)",
                    help: "put serving.properties with `engine=Python` beside it, or a model.py")
            }
            return model.missingConfiguration(
                "config.json, serving.properties or model.py", names: ["config.json", "serving.properties"], says: words
            )
        }
        let path = model.directory.appending("serving.properties")
        if model.files.contents[path]?.starts(with: [0xEF, 0xBB, 0xBF]) ?? false {
            return ContainerFault(
                .missingModelConfig, at: path,
                "'\(path)' begins with a byte order mark, which becomes a part of its first key, and no other tells the engine: the "
                    + "container says \(words)",
                help: "save it as plain text without the mark")
        }
        return ContainerFault(
            .missingModelConfig, at: path,
            "'\(path)' names neither an engine nor option.model_id, and no file beside it tells one: the container says \(words)",
            help: "set engine in it, as `engine=Python`, or put config.json or model.py beside it")
    }

    private static func judge(
        several directories: [ByteString], of top: [ModelFiles.Entry], _ files: ModelFiles, _ container: Container,
        _ decision: inout ContainerDecision
    ) {
        for directory in directories {
            decision.load(directory, as: .model)
            _ = judgeProperties(directory, TransformersFiles(files, in: directory), container, &decision)
        }
        let odd = directories.first { !detectsEngine($0, files, container) && !isPacked($0, files) }
        guard let odd else { return }
        let names = top.prefix(5).map { "'\($0.path)'" }.joined(separator: ", ")
        decision.add(
            ContainerFault(
                .lmiSeveralModels, at: odd,
                "'\(odd)' is taken for a model of its own, since \(ModelDirectory.path) holds nothing but directories and archives "
                    + "(\(names)): \"Failed to detect engine of the model: \(ModelDirectory.path)/\(odd)\"",
                help: "put serving.properties, or the files of the model, at the top beside the directories"))
    }

    /// Judges the models that are named, of which some may lie in the model directory.
    private static func judge(
        _ startup: DJLStartup, _ files: ModelFiles, _ container: Container, _ decision: inout ContainerDecision
    ) {
        for named in startup.models {
            if let archive = named.directory, files.hasFile(archive) { decision.load(archive, as: .model) }
            guard let directory = named.directory, directory.isEmpty || files.hasDirectory(directory) else { continue }
            guard named.engine != nil else {
                let place = detectsEngine(directory, files, container) ? directory : nested(directory, files)
                judge(place, files, container, &decision)
                continue
            }
            let model = TransformersFiles(files, in: directory)
            markFiles(of: model, &decision)
            // What serving.properties says of the engine does not count.
            _ = judgeProperties(directory, model, container, &decision)
        }
        guard !startup.models.isEmpty, startup.models.allSatisfy({ $0.directory == nil }),
            HubModel(container, "HF_MODEL_ID")?.directory == nil
        else { return }
        HubModel(container, DJLStartup.variable)?.notUsed(
            container, &decision, remedy: "name \(ModelDirectory.path) in \(DJLStartup.variable), or leave it out")
    }

    private static func judge(
        _ directory: ByteString, _ files: ModelFiles, _ container: Container, _ decision: inout ContainerDecision
    ) {
        guard !isPacked(directory, files) else { return decision.load(directory, as: .model) }
        let model = TransformersFiles(files, in: directory)
        let hub = HubModel(container, "HF_MODEL_ID")
        // Of the directory that it names, releases before 0.29 need no other evidence, but something that a library loads.
        let isNamed = hub?.directory != nil && model.has(anyOf: otherConfigurations)
        guard detectsEngine(directory, files, container) || isNamed else {
            decision.add(noEngine(model, beside: hub?.directory == nil ? hub : nil))
            return
        }
        markFiles(of: model, &decision)
        judgeUnread(model, &decision)
        DJLHandler(model, container).judge(&decision)
        if judgeProperties(directory, model, container, &decision) { return }
        if let fault = withoutConfiguration(model, container) { decision.add(fault) }
        if let named = HubModel(container, "OPTION_MODEL_ID", "HF_MODEL_ID"), named.directory == nil,
            model.has("config.json"), !model.weights.isEmpty
        {
            if named.variable == "HF_MODEL_ID" {
                decision.add(twoModels(named, model))
            } else {
                named.notUsed(container, &decision)
            }
            return
        }
        if let hub, hub.directory != nil, container.value("OPTION_MODEL_ID") == nil, model.has("config.json"),
            !model.weights.isEmpty, let fault = sameTwice(hub, model, container)
        {
            decision.add(fault)
        }
        guard isServedByLMI(model, container) else { return }
        let setting = files.contents[directory.appending("serving.properties")].flatMap {
            PropertiesFile($0)["option.trust_remote_code"]
        }
        model.judgeCode(
            TransformersFiles.Trust(container, "OPTION_TRUST_REMOTE_CODE", setting: setting), &decision)
        if container.value("OPTION_LIMIT_MM_PER_PROMPT") == nil, !model.has("serving.properties"),
            let fault = model.withoutProcessor
        {
            decision.add(fault)
        }
        if !model.has("serving.properties"), let fault = model.mergesNewerThanImage(container) { decision.add(fault) }
        if model.weights.allSatisfy({ $0.name.hasSuffix(anyOf: unread) }) {
            decision.add(
                model.missingWeights(
                    "*.safetensors or *.bin", says: "\"Cannot find any model weights with `\(model.place)`\""))
        } else if !model.has("serving.properties"), !model.hasTokenizer() {
            decision.add(model.missingTokenizer(says: "\"Can't load tokenizer for '\(model.place)'\""))
        }
    }

    /// The fault that `OPTION_MODEL_ID` names a directory, so that it is loaded by a handler of language models, and nothing there tells
    /// what it holds; nil if something does, or another handler may load it.
    ///
    /// Source: `get_config` in `transformers_utils/config.py` of vllm-project/vllm.
    private static func withoutConfiguration(_ model: TransformersFiles, _ container: Container) -> ContainerFault? {
        guard let named = HubModel(container, "OPTION_MODEL_ID"), named.directory == model.directory,
            container.first("OPTION_ENGINE", "OPTION_ENTRYPOINT") == nil, !model.isForNeuron(container),
            !model.has(anyOf: evidence + otherConfigurations + ["serving.properties"]),
            model.weights.allSatisfy({ $0.name.hasSuffix(anyOf: [".bin", ".safetensors"]) }),
            !compiled.contains(where: { model.files.hasDirectory(model.directory.appending(ByteString($0))) })
        else { return nil }
        return model.missingConfiguration(
            "config.json", names: ["config.json"],
            says: "\"Invalid repository ID or local directory specified: '\(model.place)'\"")
    }

    /// Says that properties lie where the container does not read them, as it reads no directory of code.
    ///
    /// Source: `loadServingProperties` in `ModelInfo.java`.
    private static func judgeUnread(_ model: TransformersFiles, _ decision: inout ContainerDecision) {
        let path = model.directory.appending("code/serving.properties")
        guard model.files.hasFile(path), !model.has("serving.properties") else { return }
        decision.add(
            ContainerFault(
                .missingModelConfig, at: path,
                "'\(path)' is not read: the container reads the file of that name in \(model.place), and in no directory of code",
                help: "put it, and the model.py that it speaks of, beside the model", gravity: .warning))
    }

    /// How the names of weights end that no handler of language models reads.
    private static let unread = [".pth", ".h5", ".msgpack"]
    /// Directories in which models that were compiled for accelerators have their weights.
    private static let compiled = ["tensorrt_llm", "checkpoint", "compiled", "pytorch_model.bin"]

    /// Whether the container's own handlers of language models load the directory itself, and nothing tells that they load it in another
    /// way than from weights beside config.json.
    ///
    /// Source: `_prepare_weights` in `model_loader/default_loader.py` of vLLM, `from_pretrained` of transformers, which the handlers
    /// call with the directory where `option.model_id` is not set.
    private static func isServedByLMI(_ model: TransformersFiles, _ container: Container) -> Bool {
        let variables = ["OPTION_MODEL_ID", "HF_MODEL_ID", "OPTION_ENGINE", "OPTION_ENTRYPOINT", "OPTION_LOAD_FORMAT"]
        guard model.has("config.json"), !model.has(anyOf: ["model.py", "model_index.json"]),
            variables.allSatisfy({ container.value($0) == nil }), !(container.image?.isForNeuron ?? false),
            !compiled.contains(where: { model.files.hasDirectory(model.directory.appending(ByteString($0))) })
        else { return false }
        let path = model.directory.appending("serving.properties")
        guard model.files.hasFile(path) else { return true }
        // What is in it nobody knows, as in a listing.
        guard let properties = model.files.contents[path].map({ PropertiesFile($0) }) else { return false }
        let others = ["option.entryPoint", "option.entrypoint", "option.load_format", "option.modelName"]
        return ["Python", "MPI"].contains(properties["engine"] ?? "Python")
            && others.allSatisfy { properties[$0] == nil }
    }

    /// Marks what is loaded: of a model of transformers its weights, in the first form that is there, of others all.
    private static func markFiles(of model: TransformersFiles, _ decision: inout ContainerDecision) {
        let forms = [".safetensors", ".bin", ".pt"]
        let form = forms.first { form in model.weights.contains { $0.name.hasSuffix(ByteString(form)) } }
        let isPlain = model.has("config.json") && !model.has("model.py") && form != nil
        if !isPlain { decision.load(model.directory, as: .model) }
        for entry in model.files.files(in: model.directory) {
            if entry.name == "serving.properties" { decision.load(entry.path, as: .configuration) }
            if entry.name.hasSuffix(".py") || entry.name == "requirements.txt" {
                decision.load(entry.path, as: .script)
            }
        }
        for name in ["wheels", "local_wheels"] as [ByteString]
        where model.files.hasDirectory(model.directory.appending(name)) {
            decision.load(model.directory.appending(name), as: .script)
        }
        model.load(
            into: &decision,
            weights: { name in
                isPlain && form.map { name.hasSuffix(ByteString($0)) } ?? false && !ModelNames.isTrainingState(name)
            }, index: { name in form.map { name.hasSuffix(ByteString($0 + ".index.json")) } ?? true })
        // What serves it is vLLM.
        model.loadQuantization(TransformersFiles.quantizationOfModelOpt, into: &decision)
    }

    /// Judges what serving.properties says of the model.
    ///
    /// - Returns: whether it settles what is loaded.
    private static func judgeProperties(
        _ directory: ByteString, _ model: TransformersFiles, _ container: Container, _ decision: inout ContainerDecision
    ) -> Bool {
        let path = directory.appending("serving.properties")
        guard let properties = model.files.contents[path].map({ PropertiesFile($0) }) else { return false }
        if properties["option.model_id"] != nil, properties["option.s3url"] != nil {
            decision.add(
                ContainerFault(
                    .lmiModelID, at: path,
                    "'\(path)' sets option.model_id and option.s3url: the container says \"model_id and s3url could not both set!\"",
                    help: "keep option.model_id, which takes s3://bucket/prefix/ as well"))
            return true
        }
        if properties["option.model_id"] ?? properties["option.s3url"] != nil {
            if let fault = wrongModelID(of: properties, at: path, in: directory, model.files) { decision.add(fault) }
            return true
        }
        let handlers = ["option.entryPoint", "option.entrypoint"].compactMap { properties[$0] }
        let isServedByLMI = ["Python", "MPI", "DeepSpeed"].contains(properties["engine"] ?? "") && handlers.isEmpty
        let others = ["config.json", "adapter_config.json", "model_index.json", "params.json", "model.py"]
        let hasOthers =
            model.has(anyOf: others) || !model.weights.isEmpty
            || model.files.inside(directory).contains { $0.isDirectory || $0.name.hasSuffix(".py") }
        guard isServedByLMI, !hasOthers, container.first("OPTION_MODEL_ID", "HF_MODEL_ID", "OPTION_ENTRYPOINT") == nil
        else { return false }
        decision.add(
            ContainerFault(
                .missingModelConfig, at: path,
                "'\(path)' names no option.model_id, and there is no config.json beside it: the container says \"Invalid repository "
                    + "ID or local directory specified\"",
                help: "set option.model_id in it, or put the model beside it"))
        return true
    }

    /// What is wrong with the name of a model in a file of properties; nil if nothing is, or it has none.
    static func wrongModelID(
        of properties: PropertiesFile, at file: ByteString, in directory: ByteString, _ files: ModelFiles?
    ) -> ContainerFault? {
        guard let id = properties["option.model_id"] ?? properties["option.s3url"], !id.isEmpty else { return nil }
        return wrongModelID(id, of: "option.model_id", at: file, in: directory, files)
    }

    /// Whether a template has to be filled in, as AWS's examples do with Jinja, or a shell, or a person.
    ///
    /// Source: `loadServingProperties` in `ModelInfo.java`, which replaces nothing.
    private static func isPlaceholder(_ value: String) -> Bool {
        value.contains("{{") || value.contains("${") || value.hasPrefix("<") || value.hasPrefix("s3://<")
    }

    /// What is wrong with the name of a model; nil if nothing is, as far as one can tell.
    ///
    /// - Parameters:
    ///   - variable: what names it, the key of a file or the variable of the environment.
    ///   - file: the file that says so.
    ///   - directory: that of the model.
    ///   - files: those of the model; nil if not all of them are known.
    private static func wrongModelID(
        _ value: String, of variable: String, at file: ByteString?, in directory: ByteString, _ files: ModelFiles?
    ) -> ContainerFault? {
        let shown = HubModel.shown(value)
        if file != nil, isPlaceholder(value) {
            return ContainerFault(
                .lmiModelID, at: file,
                "'\(shown)' is what \(variable) names, a placeholder that nobody filled in, and the container takes it as it stands",
                help: "make the file of its template before it is packed or uploaded, or name the model in it")
        }
        if file != nil, value.count > 1, let mark = value.first, mark == "\"" || mark == "'", value.last == mark {
            return ContainerFault(
                .lmiModelID, at: file,
                "'\(shown)' is what \(variable) names, with the quotes, which are a part of a value in such a file",
                help: "write it without quotes")
        }
        if file != nil, value.contains(" #") {
            return ContainerFault(
                .lmiModelID, at: file,
                "'\(shown)' is what \(variable) names, with what stands behind it: such a file has no comments at the end of a line",
                help: "write the comment on a line of its own")
        }
        // Of addresses the server takes blanks away (`downloadS3` in `wlm/src/main/java/ai/djl/serving/wlm/ModelInfo.java`).
        if file != nil, value.last == " " || value.last == "\t", !value.hasPrefix("s3://"), !value.hasPrefix("djl://") {
            return ContainerFault(
                .lmiModelID, at: file,
                "'\(shown)' is what \(variable) names, with the blank behind it, which is a part of a value in such a file",
                help: "take the blank at the end of the line away")
        }
        if value.hasSuffix(".tar.gz") || value.hasSuffix(".tgz") {
            return ContainerFault(
                .lmiModelID, at: file,
                "'\(shown)' is what \(variable) names, an archive, which the container does not unpack",
                help: "upload the files themselves below a prefix, and name that: s3://bucket/prefix/")
        }
        if value.hasPrefix("https://") || value.hasPrefix("http://") {
            return ContainerFault(
                .lmiModelID, at: file,
                "'\(shown)' is what \(variable) names, a web address, which the container does not download",
                help: "name a model of the Hub, as NAME/MODEL, or s3://bucket/prefix/")
        }
        guard let files, let path = ByteString(value).belowModel, !path.isEmpty, !files.hasDirectory(path),
            !files.hasFile(path)
        else { return nil }
        // What lies deep is known only where the environment names it.
        let depth = path.bytes.count { $0 == UInt8(ascii: "/") } + 1
        guard file == nil || depth <= ModelFiles.knownDepth else { return nil }
        return ContainerFault(
            .lmiModelID, at: file, "'\(shown)' is what \(variable) names, and the model has no such directory",
            help: "name a directory that is there, or \(ModelDirectory.path)")
    }
}

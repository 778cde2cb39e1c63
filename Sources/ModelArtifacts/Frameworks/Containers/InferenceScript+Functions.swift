/// The functions of the script, which the container calls in its own way.
///
/// Source: `_validate_user_module_and_set_functions` and `_run_handler_function` in `transformer.py` of
/// aws/sagemaker-inference-toolkit; `validate_and_initialize_user_module` and `function_extra_arg` in `handler_service.py` of
/// aws/sagemaker-huggingface-inference-toolkit; `_user_module_transformer` in `serving.py` of aws/sagemaker-scikit-learn-container.
extension InferenceScript {
    private static let steps: [ByteString] = ["input_fn", "predict_fn", "output_fn"]
    /// The functions that are called for each request, with what they are given.
    private static let arguments: [(name: ByteString, names: [String])] = [
        ("input_fn", ["data", "content_type"]), ("predict_fn", ["data", "model"]),
        ("output_fn", ["prediction", "accept"]), ("transform_fn", ["model", "data", "content_type", "accept"]),
    ]
    private static let known = ["model_fn", "transform_fn", "input_fn", "predict_fn", "output_fn"]
    /// How lines begin that are no Python.
    private static let noPython: [(start: String, what: String)] = [
        ("%%", "a notebook"), ("!pip ", "a notebook"), ("<!DOCTYPE", "HTML"), ("<!doctype", "HTML"), ("<html", "HTML"),
    ]
    /// How functions are called in scripts for other servers.
    private static let strange: Set<ByteString> = [
        "handle", "handler", "inference", "initialize", "input_handler", "load", "load_model", "output_handler",
        "postprocess",
        "predict", "preprocess",
    ]

    /// The code of the script; nil if it was not read.
    private func source(_ files: ModelFiles) -> (path: ByteString, code: PythonSource)? {
        guard let path = file(in: files), path.hasSuffix(".py"), let bytes = files.contents[path] else { return nil }
        return (path, PythonSource(bytes))
    }

    /// The faults of functions that the container refuses, as far as one can see without running the script.
    func refusedFunctions(_ files: ModelFiles) -> [ContainerFault] {
        guard let (path, code) = source(files) else { return [] }
        let functions = code.functions
        var faults: [ContainerFault] = []
        if functions.contains(where: { $0.name == "transform_fn" }),
            let step = functions.first(where: { Self.steps.contains($0.name) })
        {
            faults.append(
                ContainerFault(
                    .invalidInferenceScript, at: path,
                    "'\(path)' defines transform_fn and \(step.name), of which one stands for the other: the container says \"Cannot "
                        + "use transform_fn implementation\" with input_fn, predict_fn, and/or output_fn",
                    help: "leave one of them out: transform_fn does all that the other three do"))
        }
        // Any toolkit hands over the model directory, and newer ones the context where it is taken.
        if let load = functions.first(where: { $0.name == "model_fn" }), load.parameters == 0 || load.required > 2 {
            faults.append(
                ContainerFault(
                    .invalidInferenceScript, at: path,
                    "'\(path)' defines a model_fn that takes \(Plural.count(load.parameters, "argument")), and the container gives it "
                        + "the model directory: it stops with a TypeError",
                    help: "define model_fn(model_dir), or model_fn(model_dir, context=None)"))
        }
        faults += functions.compactMap { Self.wrongArguments($0, in: path) }
        if let fault = refusedImport(path, code, files) { faults.append(fault) }
        return faults
    }

    /// The fault that a function that is called for each request does not take what it is given; nil if it may.
    ///
    /// Source: `_run_handler_function`, which in newer toolkits adds the context where one more is taken.
    private static func wrongArguments(_ function: PythonFunction, in path: ByteString) -> ContainerFault? {
        guard let (name, names) = arguments.first(where: { $0.name == function.name }), !function.takesAny,
            function.parameters < names.count || function.required > names.count + 1
        else { return nil }
        let list = names.joined(separator: ", ")
        return ContainerFault(
            .invalidInferenceScript, at: path,
            "'\(path)' defines a \(name) that takes \(Plural.count(function.parameters, "argument")), and the container gives it "
                + "\(names.count): each request ends with a TypeError", help: "define \(name)(\(list))")
    }

    /// The fault that Python does not import the script: it has marks of a merge, or imports from a package, which it is in none of.
    private func refusedImport(_ path: ByteString, _ code: PythonSource, _ files: ModelFiles) -> ContainerFault? {
        if code.hasLine(beginningWith: "<<<<<<< ") || code.hasLine(beginningWith: ">>>>>>> ") {
            return ContainerFault(
                .invalidInferenceScript, at: path,
                "'\(path)' has a mark of a merge that nobody resolved: the container stops with a SyntaxError",
                help: "resolve the conflict, and delete the marks")
        }
        if let (start, what) = Self.noPython.first(where: { code.hasLine(beginningWith: $0.start) }) {
            return ContainerFault(
                .invalidInferenceScript, at: path,
                "'\(path)' has a line that begins with '\(start)', as \(what) does: the container stops with a SyntaxError",
                help: "save the code alone, as Python runs it")
        }
        if let fault = importFromCode(path, code, files) { return fault }
        guard code.hasLine(beginningWith: "from ."), path.parent == directory else { return nil }
        return ContainerFault(
            .invalidInferenceScript, at: path,
            "'\(path)' imports from the package that it is in (`from .`), and the container imports it as a module of its own: it stops "
                + "with \"attempted relative import with no known parent package\"",
            help: "leave the dot out: '\(directory ?? "code")' is in Python's path")
    }

    /// The fault that the script imports from a package that is called as the directory of the code: to Python `code` is a module of
    /// its own library, before which no directory without `__init__.py` comes.
    ///
    /// Source: "The import system" in the Python language reference, on namespace packages; `code` in its library reference.
    private func importFromCode(
        _ path: ByteString, _ code: PythonSource, _ files: ModelFiles
    ) -> ContainerFault? {
        let packages: [ByteString] = ["code/__init__.py", "code/code/__init__.py"]
        guard directory == "code", !packages.contains(where: files.hasFile) else { return nil }
        let modules = files.files(in: "code").filter { $0.name.hasSuffix(".py") }.compactMap {
            $0.name.string?.dropLast(3)
        }
        let lines = ["from code.", "import code."] + modules.map { "from code import \($0)" }
        guard let line = lines.first(where: { code.hasLine(beginningWith: $0) }) else { return nil }
        let words = line.hasPrefix("from code import") ? "cannot import name" : "'code' is not a package"
        return ContainerFault(
            .invalidInferenceScript, at: path,
            "'\(path)' has a line that begins with '\(DisplayText.escaped(line))', and to Python 'code' is a module of its own library: "
                + "the container stops with \"\(words)\"",
            help:
                "leave 'code' out: the directory itself is in Python's path, so that its modules are imported by their names"
        )
    }

    /// The fault that the script has nothing but functions for other servers, which nobody calls; nil if it may have others.
    func withoutKnownFunctions(_ files: ModelFiles) -> ContainerFault? {
        guard let (path, code) = source(files), !Self.known.contains(where: code.mayDefine),
            let function = code.functions.first(where: { Self.strange.contains($0.name) })
        else { return nil }
        return ContainerFault(
            .missingInferenceScript, at: path,
            "'\(path)' defines \(function.name), which the container does not call, and none of "
                + "\(Self.known.joined(separator: ", ")): it serves the model without the script",
            help: "call them model_fn, input_fn, predict_fn and output_fn, as the container does", gravity: .warning)
    }

    /// The fault that a script in the directory of the code has another name, so that the container does without it; nil if none is
    /// there, or a variable names one. The SDK sets the variable for whoever names an entry point.
    func underAnotherName(_ files: ModelFiles, _ container: Container) -> ContainerFault? {
        guard !isNamed, let directory, let wanted = path else { return nil }
        let other = files.files(in: directory).first { entry in
            entry.name.hasSuffix(".py")
                && files.contents[entry.path].map { bytes in
                    PythonSource(bytes).functions.contains { function in
                        Self.known.contains { function.name == ByteString($0) }
                    }
                } ?? false
        }
        return other.map { entry in
            let isTold = container.lacks("SAGEMAKER_PROGRAM")
            let reason =
                isTold
                ? "and SAGEMAKER_PROGRAM does not name it, so that the container does without it"
                : "and the container does without it unless SAGEMAKER_PROGRAM names it"
            return ContainerFault(
                .missingInferenceScript, at: entry.path, "'\(entry.path)' is not \(wanted), \(reason)",
                help: "rename it to \(wanted), or set SAGEMAKER_PROGRAM to \(entry.name)",
                gravity: isTold ? .warning : .note)
        }
    }
}

/// What a container does with a model: what it takes, and what keeps it from serving.
package struct ContainerDecision: Hashable, Sendable {
    /// What the container takes a file for.
    package enum Role: String, Hashable, Sendable {
        case model, version, weights, configuration, tokenizer, script
    }

    /// What keeps it from serving.
    package var faults: [ContainerFault] = []
    /// What it loads: files, and directories with all that is below them.
    package private(set) var loads: [ByteString: Role] = [:]
    /// Whether a script of the user loads the model, of which nobody knows what it opens.
    package private(set) var isScripted = false
    /// What the container loads by itself though there is a script.
    private var loadedBesideScript: Set<ByteString> = []

    package init() {}

    package mutating func load(_ path: ByteString, as role: Role) {
        loads[path] = loads[path] ?? role
    }

    /// Takes a file that the container loads by itself, since the script does not.
    package mutating func load(besideScript path: ByteString, as role: Role) {
        load(path, as: role)
        loadedBesideScript.insert(path)
    }

    /// Leaves the model to a script: its code is loaded, probably the weights, and of all else the script decides.
    ///
    /// - Parameter code: the file or directory of the script; nil if it is not in the model, empty if all of it is.
    package mutating func leave(_ files: ModelFiles, to code: ByteString?, as role: Role = .weights) {
        isScripted = true
        if let code, !code.isEmpty { load(code, as: .script) }
        for entry in files.entries where entry.isWeights {
            load(entry.path, as: role)
        }
    }

    /// Marks what a variable names besides the model: an adapter, a template, a configuration.
    package mutating func load(named path: ByteString) {
        let isText = path.lastComponent.contains(".") && !ModelNames.isWeights(path.lastComponent)
        load(path, as: isText ? .configuration : .weights)
    }

    /// Marks what lies in the model of what variables name besides it.
    package mutating func loadNamed(_ files: ModelFiles, _ container: Container) {
        for path in container.usedPaths() where files.hasFile(path) || files.hasDirectory(path) { load(named: path) }
    }

    package mutating func add(_ fault: ContainerFault) { faults.append(fault) }

    /// What becomes of a file.
    package func use(of path: ByteString) -> LayoutUse {
        if let role = role(of: path), !isScripted || role == .script || loadedBesideScript.contains(path) {
            return .loads(as: role.rawValue)
        }
        if isScripted, !ModelNames.isForPeople(path.lastComponent) { return .dependsOnScript }
        return ModelNames.isWeights(path: path) ? .downloadsForNothing : .ignores
    }

    /// What the container takes a path for: its own role, or that of the directory nearest above it that has one.
    package func role(of path: ByteString) -> Role? {
        if let role = loads[path] { return role }
        // Nobody reads it only because it lies where something is loaded.
        guard !ModelNames.isForPeople(path.lastComponent) else { return nil }
        var path = path.parent
        while !path.isEmpty {
            if let role = loads[path] { return role }
            path = path.parent
        }
        return loads[""]
    }
}

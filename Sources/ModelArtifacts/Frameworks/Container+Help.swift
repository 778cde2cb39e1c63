/// What to do about variables.
extension Container {
    /// Words to set a variable: where the request has it, or where the container gets it and an option tells it here.
    func settingHelp(_ variable: String, to value: ByteString) -> String {
        switch environmentSource {
        case .options:
            "set \(variable) to \(value) in the environment of the container, which `optml check` is told by "
                + "`--env \(variable)=\(ShellWord.quoted(value))`"
        case .request: "set \(variable) to \(value) in Environment"
        }
    }
}

/// What to do about variables.
extension Container {
    /// Words to set a variable. A request has it in the environment of the container, and whoever checks without a request repeats it.
    func settingHelp(_ variable: String, to value: ByteString) -> String {
        "set \(variable) to \(value) in the environment of the container, which `optml check` is told by "
            + "`--env \(variable)=\(ShellWord.quoted(value))`"
    }
}

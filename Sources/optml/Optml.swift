import OptmlCommands

@main
enum Optml {
    static func main() async {
        await OptmlCommand.run()
    }
}

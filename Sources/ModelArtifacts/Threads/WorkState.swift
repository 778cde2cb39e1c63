/// How far a piece of work is.
enum WorkState {
    case waiting, running, done
}

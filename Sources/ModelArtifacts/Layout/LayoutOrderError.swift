/// A path does not come after the one before it, in byte order.
package struct LayoutOrderError: Error {}

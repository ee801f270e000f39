namespace Generator.Model;

internal enum ResourceKind
{
    Custom,
    Component,
    Provider,
}

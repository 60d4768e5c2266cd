namespace Papers;

/// <summary>A picture of a page.</summary>
/// <param name="File">Its file name, such as linex-ablations-iris.svg.</param>
/// <param name="Svg">The picture.</param>
public sealed record Picture(string File, string Svg);

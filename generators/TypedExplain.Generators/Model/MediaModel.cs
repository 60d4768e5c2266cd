namespace TypedExplain.Generators.Model;

/// <summary>A text or an image of a record.</summary>
/// <param name="Name">The name of the property.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Parameter">The constructor parameter that sets it, or null.</param>
/// <param name="IsInitialized">Whether an object initializer sets it.</param>
internal sealed record MediaModel(string Name, MediaKind Kind, string? Parameter, bool IsInitialized)
{
    /// <summary>Position among the texts and images.</summary>
    public int Index { get; init; }

    /// <summary>Rows of an image.</summary>
    public int Height { get; init; }

    /// <summary>Pixels per row.</summary>
    public int Width { get; init; }

    /// <summary>Numbers per pixel.</summary>
    public int Channels { get; init; }

    /// <summary>Whether it is never shown as a reason.</summary>
    public bool IsProtected { get; init; }

    /// <summary>What a reader calls it, or null.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Its documentation comment, or null.</summary>
    public string? Description { get; init; }
}

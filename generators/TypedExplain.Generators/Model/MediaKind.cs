namespace TypedExplain.Generators.Model;

/// <summary>What a text or an image is held in.</summary>
internal enum MediaKind
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>An image of numbers.</summary>
    Image,

    /// <summary>An image of bytes.</summary>
    Bytes,
}

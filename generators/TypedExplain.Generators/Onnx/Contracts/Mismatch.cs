using Microsoft.CodeAnalysis;
using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Onnx.Contracts;

/// <summary>Where a mismatch is shown.</summary>
internal enum MismatchPlace
{
    /// <summary>On a property of the record.</summary>
    Property,

    /// <summary>On the type of a property.</summary>
    Type,

    /// <summary>On the categories of a property, or else its name.</summary>
    Categories,

    /// <summary>On the name of the record.</summary>
    Record,

    /// <summary>Where the class names the file.</summary>
    File,

    /// <summary>Where the class names the output or its classes.</summary>
    Output,

    /// <summary>Where the class lists what the model does not look at.</summary>
    Unused,
}

/// <summary>One way in which a record or a class differs from a model.</summary>
/// <param name="Descriptor">Which.</param>
/// <param name="Place">Where it is shown.</param>
/// <param name="Property">The property, where it is one's.</param>
/// <param name="Arguments">What the message names.</param>
internal sealed record Mismatch(DiagnosticDescriptor Descriptor, MismatchPlace Place, string Property, EquatableArray<string> Arguments)
{
    /// <summary>The parameters that the record would have if it were written from the model; empty where that cannot be.</summary>
    public string Parameters { get; init; } = "";
}

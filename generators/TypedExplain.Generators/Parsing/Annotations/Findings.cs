using Microsoft.CodeAnalysis;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Parsing.Annotations;

/// <summary>Gathers what is wrong with one record.</summary>
internal sealed class Findings(string record)
{
    private readonly List<DiagnosticInfo> _found = [];

    /// <summary>Whether nothing was found so far.</summary>
    public bool None => _found.Count == 0;

    /// <summary>
    /// Whether source can be written all the same: what annotations state wrongly is written as though they were not there, so
    /// that one mistake is one message.
    /// </summary>
    public bool AllowSource => _found.TrueForAll(found => found.Descriptor.Category == DiagnosticDescriptors.Constraints || found.Descriptor.DefaultSeverity == DiagnosticSeverity.Warning);

    /// <summary>Whether anything that was found is more than a warning.</summary>
    public bool AnyError => _found.Exists(found => found.Descriptor.DefaultSeverity == DiagnosticSeverity.Error);

    /// <summary>Whether one of this kind was found.</summary>
    public bool Has(DiagnosticDescriptor descriptor) => _found.Exists(found => found.Descriptor.Id == descriptor.Id);

    /// <summary>Adds a diagnostic; the record's name becomes the first argument of its message.</summary>
    public void Add(DiagnosticDescriptor descriptor, LocationInfo location, params string[] arguments) =>
        AddFixable(descriptor, location, property: null, arguments);

    /// <summary>The same, with what a fix needs to know.</summary>
    public void AddFixable(DiagnosticDescriptor descriptor, LocationInfo location, (string Key, string Value)? property, params string[] arguments) =>
        _found.Add(new(descriptor, location, arguments.Prepend(record).ToEquatableArray()) { Property = property });

    public EquatableArray<DiagnosticInfo> ToEquatableArray() => _found.ToEquatableArray();
}

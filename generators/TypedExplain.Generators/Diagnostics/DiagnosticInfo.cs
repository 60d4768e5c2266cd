using Microsoft.CodeAnalysis;
using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Diagnostics;

/// <summary>A diagnostic as the pipeline caches it.</summary>
internal sealed record DiagnosticInfo(DiagnosticDescriptor Descriptor, LocationInfo Location, EquatableArray<string> Arguments)
{
    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(Descriptor, Location.ToLocation(), Arguments.Cast<object>().ToArray());
}

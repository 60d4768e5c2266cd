using System.Collections.Immutable;
using TypedExplain.Generated;

namespace TypedExplain.Decisions.Tests.Support;

/// <summary>A record whose schema is stated at run time, one number per feature, so that every schema of a golden file can be tried through the public interface.</summary>
internal sealed record Lattice(ImmutableArray<double> Values) : IFeatureRecord<Lattice>
{
    private static readonly AsyncLocal<FeatureSchema<Lattice>?> s_schema = new();

    static FeatureSchema<Lattice> IFeatureRecord<Lattice>.Schema => s_schema.Value ?? throw new InvalidOperationException("No schema of Lattice was stated.");

    /// <summary>States the schema for what runs from here on in the same flow of control.</summary>
    public static FeatureSchema<Lattice> Use(params ImmutableArray<Feature<Lattice>> features) => s_schema.Value = new(nameof(Lattice), features);

    static void IFeatureRecord<Lattice>.Encode(in Lattice record, Span<double> columns) => record.Values.CopyTo(columns);

    static Lattice IFeatureRecord<Lattice>.Decode(ReadOnlySpan<double> columns) => new([.. columns]);

    static void IFeatureRecord<Lattice>.Interpret(in Interpretation rows) => throw new NotSupportedException();

    static void IFeatureRecord<Lattice>.Perturb(in Perturbation rows) => throw new NotSupportedException();
}

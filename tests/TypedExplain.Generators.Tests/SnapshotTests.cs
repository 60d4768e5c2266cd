using System.Runtime.CompilerServices;
using TypedExplain.Generators.Tests.Zoo;

namespace TypedExplain.Generators.Tests;

/// <summary>Generated files as a user may open them: read these to know what the generator writes.</summary>
public class SnapshotTests
{
    [Fact]
    public void LoanApplication() => Matches(Sources.LoanApplication, "Shop.LoanApplication");

    [Fact]
    public void StructWithProperties() => Matches(Sources.StructWithProperties, "Flower");

    [Fact]
    public void NestedKeywordUnicode() => Matches(Sources.NestedKeywordUnicode, "event.Größen.Outer.class.record");

    [Fact]
    public void AllNumbers() => Matches(Sources.AllNumbers, "Zoo.AllNumbers");

    [Fact]
    public void MissingArraysScalesCodes() => Matches(Sources.MissingArraysScalesCodes, "Clinic.Visit");

    [Fact]
    public void GenericDerived() => Matches(Sources.GenericDerived, "Shop.Order_1");

    [Fact]
    public void TextsAndImages() => Matches(Sources.TextsAndImages, "Shop.Listing");

    [Fact]
    public void ReasonsAndLinks() => Matches(Sources.ReasonsAndLinks, "Bank.Applicant");

    private static void Matches(string source, string record, [CallerMemberName] string member = "") =>
        Snapshot.Matches(Generation.Of(source).Files[record + ".FeatureRecord.g.cs"], member: member);
}

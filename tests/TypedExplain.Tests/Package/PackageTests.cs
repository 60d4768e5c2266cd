using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Package;

/// <summary>The packed package, as somebody outside the repository gets it.</summary>
public class PackageTests(OutsideProject outside) : IClassFixture<OutsideProject>
{
    // The slopes of 2·length·width at 4 × 3 are 6 and 8, and a window counts 5; the parts of one's own give 0 and 2.
    private const string Printed = @"^[5-7]\.\d [7-9]\.\d [45]\.\d Converged\s+0\s+Largest effect 2\.000 ± 0\.000 over 60 rows \(lower is better\)\s*$";

    [Fact]
    public void AProjectThatReferencesThePackageAloneBuildsAndRuns()
    {
        string output = Consumer.Run("dotnet", ["run", "--project", outside.Folder]);

        Assert.Matches(Printed, output);

        File.WriteAllText(Path.Combine(outside.Folder, "Clock.cs"), "using TypedExplain; class Clock { public Lime<Room> Lime { get; } = new() { Seed = Environment.TickCount }; }");
        Assert.Contains("warning TEX0205", Consumer.Run("dotnet", ["build", outside.Folder, "--nologo", "-p:TreatWarningsAsErrors=false"]));
        File.WriteAllText(Path.Combine(outside.Folder, "Clock.cs"), "using TypedExplain; [FeatureRecord] public partial record Wall([Numeric(5, 1)] double Height);");
        Assert.Contains("error TEX0101", Assert.ThrowsAny<Exception>(() => Consumer.Run("dotnet", ["build", outside.Folder, "--nologo"])).Message);
        File.WriteAllText(Path.Combine(outside.Folder, "Clock.cs"), "using TypedExplain; static class Clock { static string Of(Outcome<Room> outcome) => outcome switch { Certified<Room> => \"yes\", Refused<Room> no => no.Reason }; }");
        Assert.Contains("error TEX0220", Assert.ThrowsAny<Exception>(() => Consumer.Run("dotnet", ["build", outside.Folder, "--nologo"])).Message);
        File.Delete(Path.Combine(outside.Folder, "Clock.cs"));
    }

    [NativeAotFact]
    public void AProjectThatReferencesThePackageAloneRunsAsNativeCode()
    {
        string published = outside.Of("native");
        string log = Consumer.Run("dotnet", ["publish", outside.Folder, "--use-current-runtime", "-o", published, "--nologo"]);
        Assert.DoesNotContain("warning IL", log, StringComparison.Ordinal);
        Assert.Matches(Printed, Consumer.Run(Path.Combine(published, OperatingSystem.IsWindows() ? "outside.exe" : "outside"), []));
    }
}

using System.IO.Compression;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Package;

/// <summary>The packed package, as somebody outside the repository gets it.</summary>
public class PackageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("typedexplain-package-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void AProjectThatReferencesThePackageAloneBuildsAndRuns()
    {
        Consumer.Run("dotnet", ["pack", Path.Combine(Repository.Root, "src", "TypedExplain"), "-c", Consumer.Configuration, "--no-build", "-o", _folder, "--nologo"]);
        string package = Assert.Single(Directory.EnumerateFiles(_folder, "*.nupkg"));
        Assert.Single(Directory.EnumerateFiles(_folder, "*.snupkg"));
        using (ZipArchive content = ZipFile.OpenRead(package))
        {
            string[] entries = [.. content.Entries.Select(entry => entry.FullName)];
            Assert.Superset(
                new HashSet<string>(["README.md", "LICENSE", "analyzers/dotnet/cs/TypedExplain.Generators.dll", "analyzers/dotnet/cs/TypedExplain.Analyzers.dll", "analyzers/dotnet/cs/TypedExplain.CodeFixes.dll", "lib/net10.0/TypedExplain.dll", "lib/net10.0/TypedExplain.xml", "lib/net9.0/TypedExplain.dll"]),
                new HashSet<string>(entries));
        }

        string project = Path.Combine(_folder, "outside");
        Directory.CreateDirectory(project);
        string version = Path.GetFileNameWithoutExtension(package)["TypedExplain.".Length..];

        // A cache of its own, so that an earlier package of the same version cannot stand in for this one.
        File.WriteAllText(Path.Combine(project, "outside.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <WarningsNotAsErrors>NU1603;NU1900</WarningsNotAsErrors>
                <RestorePackagesPath>{Path.Combine(_folder, "cache")}</RestorePackagesPath>
                <RestoreAdditionalProjectSources>{_folder}</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="TypedExplain" Version="{version}" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(project, "Program.cs"), """
            using TypedExplain;

            IModel<Room> model = Model.From<Room>(room => 2 * room.Length * room.Width);
            Explanation<Room> explanation = new Linex<Room> { Ridge = 1e-9, Seed = 1 }.Explain(model, new Room(4, 3));
            Console.WriteLine($"{explanation.Attribution.Length:F1} {explanation.Attribution.Width:F1} {explanation.Convergence.Status}");

            [FeatureRecord]
            public partial record Room([Numeric(1, 9, Unit = "m")] double Length, [Numeric(1, 9, Unit = "m")] double Width);
            """);

        string output = Consumer.Run("dotnet", ["run", "--project", project]);

        // The slopes of 2·length·width at 4 × 3 are 6 and 8.
        Assert.Matches(@"^[5-7]\.\d [7-9]\.\d Converged\s*$", output);

        File.WriteAllText(Path.Combine(project, "Clock.cs"), "using TypedExplain; class Clock { public Lime<Room> Lime { get; } = new() { Seed = Environment.TickCount }; }");
        Assert.Contains("warning TEX0205", Consumer.Run("dotnet", ["build", project, "--nologo", "-p:TreatWarningsAsErrors=false"]));
    }
}

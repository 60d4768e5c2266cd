using System.IO.Compression;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Package;

/// <summary>The library packed once, and a project outside the repository that references the package.</summary>
public sealed class OutsideProject : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("typedexplain-package-").FullName;
    private readonly string _project;

    public OutsideProject()
    {
        _project = Of("outside");
        Pack();
    }

    /// <summary>The project's folder.</summary>
    public string Folder => _project;

    /// <summary>A path beside the project.</summary>
    public string Of(string name) => Path.Combine(_folder, name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The page in the package is the repository's, word for word, with links that lead there.</summary>
    private static void CheckReadme(ZipArchiveEntry entry)
    {
        const string Home = "https://github.com/typedexplain/typedexplain/";
        using StreamReader reader = new(entry.Open());
        string packed = reader.ReadToEnd().ReplaceLineEndings("\n").TrimEnd('\n'), own = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n").TrimEnd('\n');
        Assert.True(packed.Split($"]({Home}blob/main/").Length > 40);
        Assert.Contains($"]({Home}raw/main/docs/pictures/reports/decision.png)", packed, StringComparison.Ordinal);
        Assert.Equal(own, packed.Replace($"]({Home}blob/main/", "](", StringComparison.Ordinal).Replace($"]({Home}raw/main/", "](", StringComparison.Ordinal));
    }

    /// <summary>Packs the library and writes a project outside the repository that references the package.</summary>
    private void Pack()
    {
        Consumer.Run("dotnet", ["pack", Path.Combine(Repository.Root, "src", "TypedExplain"), "-c", Consumer.Configuration, "--no-build", "-o", _folder, "--nologo"]);
        string package = Assert.Single(Directory.EnumerateFiles(_folder, "*.nupkg"));
        Assert.Single(Directory.EnumerateFiles(_folder, "*.snupkg"));
        using (ZipArchive content = ZipFile.OpenRead(package))
        {
            string[] entries = [.. content.Entries.Select(entry => entry.FullName)];
            Assert.Superset(
                new HashSet<string>(["README.md", "LICENSE", "analyzers/dotnet/cs/TypedExplain.Generators.dll", "analyzers/dotnet/cs/TypedExplain.Analyzers.dll", "analyzers/dotnet/cs/TypedExplain.CodeFixes.dll", "lib/net10.0/TypedExplain.dll", "lib/net10.0/TypedExplain.xml"]),
                new HashSet<string>(entries));
            Assert.Equal(
                Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "schemas")).Select(file => "schemas/" + Path.GetFileName(file)).Order(StringComparer.Ordinal),
                entries.Where(entry => entry.StartsWith("schemas/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
            CheckReadme(content.GetEntry("README.md")!);
        }

        Directory.CreateDirectory(_project);
        string version = Path.GetFileNameWithoutExtension(package)["TypedExplain.".Length..];

        // A cache of its own, so that an earlier package of the same version cannot stand in for this one; all others come
        // from the usual cache where they are there.
        string usual = Consumer.Run("dotnet", ["nuget", "locals", "global-packages", "--list", "--force-english-output"]).Split(": ", 2)[1].Trim();
        File.WriteAllText(Path.Combine(_project, "outside.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <LangVersion>14</LangVersion>
                <PublishAot>true</PublishAot>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <WarningsNotAsErrors>NU1603;NU1900</WarningsNotAsErrors>
                <RestorePackagesPath>{Path.Combine(_folder, "cache")}</RestorePackagesPath>
                <RestoreFallbackFolders>{usual}</RestoreFallbackFolders>
                <RestoreAdditionalProjectSources>{_folder}</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="TypedExplain" Version="{version}" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(_project, "Program.cs"), """
            using TypedExplain;

            IModel<Room> model = Model.From<Room>(room => (2 * room.Length * room.Width) + (room.Window is null ? 0 : 5));
            Explanation<Room> explanation = new Linex<Room> { Ridge = 1e-9, Seed = 1 }.Explain(model, new Room(4, 3, Glass.Clear));
            Console.WriteLine($"{explanation.Attribution.Length:F1} {explanation.Attribution.Width:F1} {explanation.Attribution.WindowIsMissing:F1} {explanation.Convergence.Status}");

            // Parts of one's own, from what the package shows.
            Dataset<Room> rooms = new(Enumerable.Range(0, 60).Select(i => new Room(1 + (i % 8), 1 + (i % 5), i % 3 == 0 ? null : Glass.Clear)));
            Melime<Room> melime = new() { Neighborhood = new Rows(rooms), Kernel = new Near(), LocalModel = new MeansOnly(), Batches = 2 };
            Console.WriteLine(melime.Explain(model, rooms[3]).Attribution.Length);
            Console.WriteLine(new Largest().Evaluate(new Constant(rooms), model, rooms));

            public sealed record Constant(Dataset<Room> Background) : IExplainer<Room>
            {
                public string Name => "constant";

                public Run<Room, Explanation<Room>> Begin(IModelInfo<Room> model, Room instance, CancellationToken cancellation = default) => new(Steps(model, instance));

                private IEnumerable<RunStep<Room, Explanation<Room>>> Steps(IModelInfo<Room> model, Room instance)
                {
                    RowBatch<Room> asked = new(model, new Dataset<Room>([instance]).Encoded.Values.ToArray());
                    yield return asked;
                    yield return Explanation<Room>.Create(this, model, instance, asked.Scores[0], FeatureVector.Of<Room>(feature => feature.IsNumeric ? 2 : 0), Background, queries: 1);
                }
            }

            public sealed record Rows(Dataset<Room> Background) : INeighborhood<Room>
            {
                public int Samples => Background.Count + 1;

                public FeatureStatistics<Room> Statistics => Background.Statistics;

                public void Sample(ReadOnlySpan<double> instance, RandomStream stream, Span<double> neighbors) => Background.Encoded.Values.CopyTo(neighbors);
            }

            public sealed record Near : IKernel
            {
                public void Weigh(Span<double> squaredDistances, int features)
                {
                    foreach (ref double distance in squaredDistances)
                        distance = 1 / (1 + distance);
                }
            }

            public sealed record MeansOnly : ILocalModel
            {
                public ILocalFit Begin(int features) => new Course();

                private sealed class Course : ILocalFit
                {
                    public double Add(LocalBatch batch, Span<double> slopes)
                    {
                        slopes.Clear();
                        return batch.Response(batch.Count - 1);
                    }
                }
            }

            public sealed record Largest : IMetric<Room>
            {
                public string Name => "Largest effect";

                public MetricDirection Direction => MetricDirection.LowerIsBetter;

                public Score Evaluate(ExplainedRows<Room> rows, CancellationToken cancellation = default) => Score.Of(Name, [.. rows.Explanations.Select(one => Math.Abs(one.Attribution.Length))], "rows", Direction, "in own units");
            }

            [FeatureRecord]
            public partial record Room([Numeric(1, 9, Unit = "m")] double Length, [Numeric(1, 9, Unit = "m")] double Width, Glass? Window);

            public enum Glass { Clear, Tinted }

            public static class Letter
            {
                // Without a warning: the analyzers of the package know that there are no other cases.
                public static string Of(Outcome<Room> outcome) => outcome switch { Certified<Room> => "yes", BestEffort<Room> => "not sure", Refused<Room> no => no.Reason };
            }
            """);
    }
}

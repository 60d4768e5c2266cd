using System.Text.Json;
using TypedExplain.Reports.Tests.Pictures;
using TypedExplain.Tests.Support;

namespace TypedExplain.Reports.Tests.Browser;

/// <summary>The real Vega-Lite compiles the specification of every kind of picture without a warning, and Vega draws every datum of it.</summary>
public class VegaTests
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);

    [VegaFact]
    public void Every_datum_becomes_a_mark()
    {
        string folder = Path.Combine(Repository.Root, "artifacts", "vega");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        foreach ((string name, Picture picture) in DrawingTests.All)
            File.WriteAllText(Path.Combine(folder, name + ".json"), picture.ToJson());
        (int code, string output, string wrong) = Chromium.Run("node", Path.Combine(BrowserPages.Folder, "vega.mjs"), Chromium.Modules, folder);
        Assert.True(code == 0, wrong);
        VegaResult[] results = JsonSerializer.Deserialize<VegaResult[]>(output, s_options)!;

        Assert.Equal(DrawingTests.All.Keys.Order(StringComparer.Ordinal), results.Select(result => result.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["agreement", "beeswarm", "curves", "dependence", "difference", "effects", "environments", "frontier", "importance", "interactions", "metric", "recourse", "segments", "surface", "trust-region", "waterfall"], DrawingTests.All.Values.Select(picture => picture.Kind).Distinct().Order(StringComparer.Ordinal));
        foreach (VegaResult result in results)
        {
            Assert.True(result.Complaints.Length == 0, $"{result.Name}: {string.Join("; ", result.Complaints)}");
            Assert.NotEmpty(result.Layers);
            Assert.All(result.Layers, layer => Assert.True(layer.Data == layer.Marks, $"{result.Name}: {layer}"));
        }
    }
}

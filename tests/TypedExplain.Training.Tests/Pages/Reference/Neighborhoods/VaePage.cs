using TypedExplain.Media;
using TypedExplain.Training.Tests.Autoencoders;

namespace TypedExplain.Training.Tests.Pages.Reference.Neighborhoods;

internal static class VaePage
{
    public static void Run(TextWriter console)
    {
        // <page>
        // Pictures of 4 × 4 in which one row is bright.
        float[] bars = [.. Enumerable.Range(0, 64).SelectMany(i => Enumerable.Range(0, 16).Select(at => at / 4 == i % 4 ? 0.9f : 0.1f))];
        Vae vae = new VaeTrainer { HiddenUnits = [16], LatentSize = 2, Epochs = 30, BatchSize = 16, Seed = 7 }.Train(bars, inputs: 16);

        IModel<Bar> model = Model.From<Bar>(bar => bar.Picture.Span[0]);
        Linex<Bar> linex = new() { Neighborhood = new MediaNeighborhood<Bar> { Samples = 200, Image = new VaeNeighborhood { Vae = vae } }, Seed = 7 };
        console.WriteLine(linex.Explain(model, new(bars.AsMemory(0, 16))));
        // </page>
    }
}

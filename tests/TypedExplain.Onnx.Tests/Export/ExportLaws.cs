using TypedExplain.Tests.Zoo;
using TypedExplain.Training;

namespace TypedExplain.Onnx.Tests.Export;

/// <summary>For every schema: what was trained, written as ONNX and loaded through ONNX Runtime answers as before.</summary>
public class ExportLaws
{
    public static TheoryData<Animal> All => Animal.All;

    [Theory]
    [MemberData(nameof(All))]
    public void NetworksAnswerAsBefore(Animal animal) => animal.Obeys(new NetworkLaw());

    [Theory]
    [MemberData(nameof(All))]
    public void ForestsAnswerAsBefore(Animal animal) => animal.Obeys(new ForestLaw());

    private sealed class NetworkLaw : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            foreach (int classes in new[] { 0, 2, 3 })
            {
                Dataset<T> data = Trained.Data<T>(classes);
                Mlp<T> mlp = new ExpoTrainer<T> { HiddenUnits = [5, 4], MaxEpochs = 3, MinEpochs = 1, Seed = 1 }.Train(data);
                using OnnxModel<T> model = OnnxModel<T>.Load(mlp.ToOnnx());
                Trained.AssertAlike(mlp, model, data);
                Assert.Equal(mlp.ToOnnx(), mlp.ToOnnx());
            }
        }
    }

    private sealed class ForestLaw : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            foreach (int classes in new[] { 0, 3 })
            {
                Dataset<T> data = Trained.Data<T>(classes);
                Forest<T> forest = new RandomForest<T> { Trees = 5, Seed = 1 }.Train(data);
                byte[] file = forest.ToOnnx();
                using OnnxModel<T> model = OnnxModel<T>.Load(file);
                Trained.AssertAlike(forest, model, data);
                Trained.AssertAlike(forest, OnnxForest.Load(file, data), data);
            }
        }
    }
}

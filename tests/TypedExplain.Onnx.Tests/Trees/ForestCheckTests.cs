using TypedExplain.Onnx.Forests;
using TypedExplain.Onnx.Tests.Support;
using TypedExplain.Onnx.Trees.Tracing;

namespace TypedExplain.Onnx.Tests.Trees;

/// <summary>A forest that answers otherwise than its file is found out.</summary>
public class ForestCheckTests
{
    private static readonly byte[] s_file = ForestFile.Regressor(2, new Stump(0, 0.5, 1, 3), new Stump(1, 0.5, 10, 20));

    [Fact]
    public void SaysBothNumbersWhereTheyDiffer()
    {
        Forest<Two> forest = OnnxForest.Load(s_file, ForestAssert.Pairs);
        ForestCheck.Run(forest, AnswerTransform.None, forest);

        foreach (byte[] other in new[] { ForestFile.Regressor(2, new Stump(0, 0.5, 1, 3), new Stump(1, 0.5, 10, 20.001)), ForestFile.Regressor(2, new Stump(0, 0.5, 1, 3, "BRANCH_LT"), new Stump(1, 0.5, 10, 20)) })
        {
            using OnnxModel<Two> model = OnnxModel<Two>.Load(other);
            string said = Assert.Throws<InvalidModelException>(() => ForestCheck.Run(forest, AnswerTransform.None, model)).Message;
            Assert.Contains("they make y ", said);
            Assert.Contains("ONNX Runtime answers ", said);
        }
    }

    [Fact]
    public void ALibraryThatIsNotThereIsNoError()
    {
        Assert.Null(ForestRuntime.IfThere<string>(() => throw new DllNotFoundException("onnxruntime")));
        Assert.Null(ForestRuntime.IfThere<string>(() => throw new TypeInitializationException("NativeMethods", new DllNotFoundException("onnxruntime"))));
        Assert.Throws<InvalidOperationException>(() => ForestRuntime.IfThere<string>(() => throw new InvalidOperationException()));
    }
}

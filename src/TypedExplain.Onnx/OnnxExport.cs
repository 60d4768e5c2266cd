using TypedExplain.Onnx.Export;
using TypedExplain.Training;

namespace TypedExplain.Onnx;

/// <summary>Writes models of this library as ONNX.</summary>
/// <remarks>
/// The file takes one input "columns", double [n, columns]: encoded rows, as <see cref="OnnxModel{T}"/> hands them over. It
/// carries the record's schema, so that loading it for another record is refused, and the names of the outputs. The same
/// model gives the same bytes.
/// </remarks>
public static class OnnxExport
{
    /// <summary>A perceptron as ONNX, standardization included: standard operators of set 15. Classes are float "probabilities", a number is double "prediction".</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="model">The model.</param>
    public static byte[] ToOnnx<T>(this Mlp<T> model)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        return MlpExport.Write(model);
    }

    /// <summary>A forest as ONNX: a TreeEnsembleClassifier with "label" and "probabilities", or a TreeEnsembleRegressor with "prediction", of ai.onnx.ml 3.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="forest">The forest.</param>
    /// <exception cref="InvalidModelException">The forest was read from a file of another library and asks about more than the columns of a row.</exception>
    public static byte[] ToOnnx<T>(this Forest<T> forest)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(forest);
        if (forest.Derived is { } derived)
            throw new InvalidModelException($"The trees of the forest ask {derived.Count} questions about {T.Schema.Name} that its columns do not answer, such as where missing values go or which set a category is in; they cannot be written as ONNX. Export the model with the library that trained it.");
        return new ForestExport<T>(forest).Write(isClassifier: forest.Outputs is not ["prediction"]);
    }
}

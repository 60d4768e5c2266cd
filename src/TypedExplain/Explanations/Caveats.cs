namespace TypedExplain;

/// <summary>Reasons not to rely on an explanation.</summary>
[Flags]
public enum Caveats
{
    /// <summary>None was found.</summary>
    None = 0,

    /// <summary>The model gave the same answer for every sample: there is nothing to attribute, and every effect is 0.</summary>
    ConstantModel = 1,

    /// <summary>The solver was ended by its cap.</summary>
    NotConverged = 2,

    /// <summary>The weighted R² is below 0.5: the model is not nearly linear around the instance.</summary>
    PoorFit = 4,

    /// <summary>Fewer effective samples than coefficients: the ridge, not the model, decides much of the answer.</summary>
    FewEffectiveSamples = 8,

    /// <summary>
    /// A feature that never varies in the background was held at the instance's value, all of the background lies in one bin
    /// of a number, or the instance lacks a value that all of the background has; its effect is 0.
    /// </summary>
    HeldFeatures = 16,

    /// <summary>
    /// The linear form of SHAP values leaves out a contribution: the feature's value is the background's mean, and no
    /// effect per unit times a difference of 0 can give it. The surrogate misses the model's answer by as much.
    /// </summary>
    AtTheMean = 32,

    /// <summary>
    /// The effect of a feature near the mean is blown up: its contribution is divided by a difference from the background's
    /// mean of at most a quarter of a standard deviation, and over the background the surrogate's root mean square error
    /// would fall by more than a tenth if that effect were 0. A model that is linear in the feature never has this caveat.
    /// <see cref="Explanation{T}.LossNearTheMean"/> has the size of what is lost.
    /// </summary>
    NearTheMean = 64,

    /// <summary>
    /// The model's answer for the instance rests on what its row of columns does not hold, such as a member that is not a
    /// feature or the offset of an instant: <c>RowLoss</c> says on what. Effects cannot tell of it.
    /// </summary>
    RowLoss = 128,

    /// <summary>
    /// Some of the model's answers are probabilities of 0 or 1, which have no log odds, and counted as the nearest ones that do:
    /// <see cref="Explanation{T}.Clipped"/> says how many and as what. How large effects are rests on that number.
    /// </summary>
    ClippedAnswers = 256,

    /// <summary>
    /// The samples do not tell which three features have the largest effects, with 95 % confidence for each of them against each
    /// of the rest: another seed may name others. <see cref="Explanation{T}.RankedGroups"/> has the order as far as it is told.
    /// </summary>
    OrderUndecided = 512,

    /// <summary>
    /// At the instance the surrogate differs from the model by more than it is off over the whole neighborhood
    /// (<see cref="LocalFit.Error"/>): its effects explain another answer than the model's.
    /// </summary>
    MissesTheInstance = 1024,

    /// <summary>
    /// A number of the instance is farther than five standard deviations from the background's mean, or a category of it never
    /// occurs there: the background hardly has such rows, and the model was hardly trained on any.
    /// </summary>
    FarFromBackground = 2048,

    /// <summary>
    /// The surrogate's answer for the instance is below 0 or above 1 although the model answers with a probability: a straight line
    /// was drawn through probabilities (<see cref="LinkFunction.Identity"/>). In log odds no surrogate leaves them.
    /// </summary>
    NoProbability = 4096,
}

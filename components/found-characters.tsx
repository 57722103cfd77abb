import { Button } from './button'
import type { NameHelp, OfferedCharacter } from './name-help'

type FoundCharactersProps = { field: string; found: Pick<NameHelp, 'groups' | 'more'> }

/** The characters that were found, each a button that takes it into the name. */
export function FoundCharacters({ field, found: { groups, more } }: FoundCharactersProps) {
  return (
    <>
      {groups.map(({ title, characters }) => (
        <section key={title} className="flow-small">
          <h2 className="text-base">{title}</h2>
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(5rem,1fr))] gap-2">
            {characters.map(offered => (
              <li key={offered.hex} className="flex">
                <TakeCharacter field={field} offered={offered} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {more && (
        <Button kind="link" name="moreCharacters" value={`${field} ${more.count}`} formNoValidate>
          {more.words}
        </Button>
      )}
    </>
  )
}

function TakeCharacter({ field, offered }: { field: string; offered: OfferedCharacter }) {
  const { character, hex, picture, facts } = offered
  return (
    <button
      type="submit"
      name="takeCharacter"
      value={`${field} ${hex}`}
      formNoValidate
      className="flex w-full flex-col items-center rounded-small border-2 border-line bg-paper px-1 py-2 text-small leading-snug hover:border-brand hover:bg-brand-tint"
    >
      {picture ? (
        // The alternative is set in the device's own font: a large one must not be fetched for what is a picture.
        // biome-ignore lint/performance/noImgElement: an outline of 1 kB, nothing to make smaller
        <img
          src={picture}
          alt={character}
          width={48}
          height={48}
          loading="lazy"
          className="size-[2.8rem] bg-white font-[system-ui] forced-color-adjust-none"
        />
      ) : (
        <span className="text-answer leading-tight">{character}</span>
      )}
      {facts.map(fact => (
        <span key={fact}>{fact}</span>
      ))}
    </button>
  )
}

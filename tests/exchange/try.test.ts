import fc from 'fast-check';
import { test, expect } from 'vitest';
import { imported } from '../helpers/import-file.ts';
import { importedCourse } from '../helpers/imported-course.ts';
const bits = ['pain','four',' ',' ','\n','*','**','_','__','`','```','[',']','(',')','[[',']]','{','}','{{','}}','#','##','<','>','&','&amp;','&#7;','<b>','|','~','^','$','$$','==','::',':::',':a:',':term[','!','![','-','- ','+ ','1. ','2)','•','– ','\\','"','«','»',"'",'%','=','---','===','x','é','{#id}','{only=x}','https://a.fr/b_c','www.a.fr','a@b.fr','[^1]','[x] ','oui :','\u00a0','\t','\u200b','::: fin','<!--','-->','→','§ ','12','2 $'];
const text = fc.array(fc.constantFrom(...bits), { minLength: 1, maxLength: 14 }).map((a) => `a${a.join('')}`);
const esc = (t: string) => t.replace(/[\\~=#{}:]/g, '\\$&').replace(/\n/g, '\\n');
test('any', async () => {
  await fc.assert(fc.asyncProperty(text, text, text, text, async (q, a, b, f) => {
    const source = `::t::[plain]${esc(q)} {\n=${esc(`A ${a}`)}#${esc(f)}\n~${esc(`B ${b}`)}\n####${esc(f)}}\n\n[plain]Q ${esc(q)}{}\n\n[plain]T ${esc(a)} {T#${esc(b)}}\n\n[plain]M{=1 ${esc(a)} -> ${esc(`un ${a}`)} =2 ${esc(b)} -> ${esc(`deux ${b}`)}}`;
    const one = await imported('x.gift', source);
    const made = importedCourse(one);
    if (made.errors.length) throw new Error(made.errors.join(', ') + '\n' + one.files.map(f=>f.data).join('\n----\n'));
    if (one.found !== 4) throw new Error('found '+one.found);
  }), { numRuns: 4000 });
}, 200000);
